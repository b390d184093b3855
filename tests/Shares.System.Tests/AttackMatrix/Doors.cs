using Shares.Local.Identity;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>The ways to name something that leads to a bucket.</summary>
internal static class Doors
{
    public static Door Directly(string bucket) => new(bucket, bucket, null);

    /// <summary>By name, by alias and by ARN.</summary>
    public static IEnumerable<Door> Of(AccessPointFacts point, string bucket, string alias) =>
    [
        new($"{point.Name}-{LocalAccount.Id}", bucket, point),
        new(alias, bucket, point),
        new(LocalAccount.AccessPointArn(point.Name), bucket, point),
    ];
}
