namespace Shares.SystemTests.AttackMatrix;

/// <summary>All policies that decide about storage, as JSON. Each text is one string for as long as the set is used.</summary>
/// <param name="Roles">Identity policies by the role's name.</param>
/// <param name="Points">By the access point's name; those that exist.</param>
/// <param name="Buckets">By the bucket's name; <see langword="null"/> for one without a policy.</param>
internal sealed record PolicySet(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Roles,
    IReadOnlyDictionary<string, string> Points,
    IReadOnlyDictionary<string, string?> Buckets)
{
    /// <summary>With every policy rewritten; a text that stays the same stays the same string.</summary>
    public PolicySet Rewritten(Func<string, string> resourcePolicy, Func<string, string, string> identityPolicy) => new(
        Roles.ToDictionary(role => role.Key, role => (IReadOnlyList<string>)[.. role.Value.Select(policy => identityPolicy(role.Key, policy))]),
        Points.ToDictionary(point => point.Key, point => resourcePolicy(point.Value)),
        Buckets.ToDictionary(bucket => bucket.Key, bucket => bucket.Value is null ? null : resourcePolicy(bucket.Value)));
}
