namespace Shares.SystemTests.AttackMatrix;

/// <summary>
/// Mistakes that change nothing, because another rule says the same: what is written twice on purpose. Each is known by name, and one
/// that turns out to change something fails the test too.
/// </summary>
internal static class HarmlessMistakes
{
    private static readonly string[] Reading = ["s3:GetObject*", "s3:ListBucket*"];

    public static bool Includes(PolicyMutant mutant) => (mutant.Place, mutant.Change) switch
    {
        // The ARN of the access point names the account too.
        ("SharesDelegateToAccessPoints", { Name: "StringEquals dropped" }) => true,
        // The only roles that pass the first statement are allowed to read and to list, and nothing else, through access points.
        (not "SharesOnlyTheReaderRole", { Action: { } action }) => mutant.Place.StartsWith("Shares", StringComparison.Ordinal) && IsGuardrail(mutant) && !Reading.Contains(action),
        // All buckets here are of one account.
        _ => mutant.Place.StartsWith("AccessFunctionRole", StringComparison.Ordinal) && mutant.Change.Name == "StringEquals dropped",
    };

    private static bool IsGuardrail(PolicyMutant mutant) => mutant.Place is "SharesNoPresignedUrls" or "SharesNoOldSignatures" or "SharesExpired";
}
