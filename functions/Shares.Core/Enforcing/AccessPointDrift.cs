namespace Shares.Core.Enforcing;

/// <summary>An access point as S3 has it.</summary>
/// <param name="Policy">Null when it has none.</param>
public sealed record ObservedAccessPoint(string Bucket, string? VpcId, bool BlocksPublicAccess, string? Policy);

/// <summary>Compares an access point with what it must be; the policy statement by statement.</summary>
public static class AccessPointDrift
{
    /// <param name="actual">Null when S3 says that there is none.</param>
    public static IReadOnlyList<Difference> Between(DesiredAccessPoint wanted, ObservedAccessPoint? actual, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var name = wanted.Name.ToString();
        Difference Found(DifferenceKind kind, string detail) => new(kind, name, detail, now);
        if (actual is null) return [Found(DifferenceKind.AccessPointMissing, "The access point was deleted.")];
        var differences = new List<Difference>();
        if (actual.Bucket != wanted.Bucket) differences.Add(Found(DifferenceKind.WrongBucket, $"It leads to bucket {actual.Bucket}."));
        if (actual.VpcId != wanted.VpcId) differences.Add(Found(DifferenceKind.WrongNetwork, $"It answers {actual.VpcId ?? "the Internet"}."));
        if (!actual.BlocksPublicAccess) differences.Add(Found(DifferenceKind.PublicAccessNotBlocked, "Block Public Access is not on for all."));
        return [.. differences, .. PolicyDrift.Between(actual.Policy, wanted.Policy, name, now)];
    }
}
