namespace Shares.SystemTests.Roles;

/// <summary>What a role allows and no test of the system makes its function do.</summary>
internal static class UnusedPermissions
{
    private const string Repeats = "a request that is repeated with an Idempotency-Key; no test here repeats one of this function's";

    private const string NoMonthEnds = "what happens when a month is over; none ends while tests run";

    private const string NothingMissed = "a record that the trail's files have and the log group never delivered; here it delivers all";

    private const string LeftUnfinished = "keywords of a share whose change Api had no time to finish; in most runs the tests that stop it leave nothing of the kind";

    /// <summary>By function and the permission's beginning or end: a permission that is neither here nor one of several in a list must be used, or go.</summary>
    private static readonly Dictionary<(string Function, string Part), string> Reasons = new()
    {
        [("AccessFunction", " for IDEMPOTENCY#*")] = Repeats,
        [("ProvisioningFunction", " for KEYWORD")] = LeftUnfinished,
        [("EgressFunction", " for BUCKET#*")] = "a download whose share was deleted before its event came; deleting waits for no event here",
        [("BillingFunction", " for STATEMENT#*")] = NoMonthEnds,
        [("BillingFunction", " for EGRESSLIMIT")] = NoMonthEnds,
        [("BillingFunction", "dynamodb:DeleteItem ")] = NoMonthEnds,
        [("BillingFunction", "dynamodb:ConditionCheckItem ")] = NoMonthEnds,
        [("BillingFunction", "s3:GetObject on arn:aws:s3:::shares-reportsbucket/egress/*")] = NoMonthEnds,
        [("BillingFunction", " for EVENT#*")] = NothingMissed,
        [("BillingFunction", " for EGRESS#*")] = NothingMissed,
        [("BillingFunction", " for PROJECT#*#EGRESS#*")] = NothingMissed,
        [("BillingFunction", "s3:AbortMultipartUpload ")] = "a report that cannot be written to its end",
    };

    /// <returns>Why the function has it nevertheless; <see langword="null"/> for no reason.</returns>
    public static string? ReasonFor(FunctionPermissions function, string permission) =>
        Reasons.FirstOrDefault(reason => reason.Key.Function == function.Function
            && (permission.EndsWith(reason.Key.Part, StringComparison.Ordinal) || permission.StartsWith(reason.Key.Part, StringComparison.Ordinal))).Value
        ?? (IsOneOfAList(function, permission) ? "its statement allows several actions for several partition keys, and both are used in other pairs" : null);

    /// <summary>
    /// The keys of a transaction may be judged all together (see the README's assumptions), so the writes of a function share one list of
    /// partition keys, and some pairs of action and key in it are of no use.
    /// </summary>
    private static bool IsOneOfAList(FunctionPermissions function, string permission)
    {
        var parts = permission.Split(" for ");
        return parts is [var action, var key]
            && function.Used.Any(used => used.StartsWith($"{action} for ", StringComparison.Ordinal))
            && function.Used.Any(used => used.EndsWith($" for {key}", StringComparison.Ordinal));
    }
}

/// <summary>As <c>/_local/permissions</c> tells.</summary>
internal sealed record FunctionPermissions(
    string Function, IReadOnlyList<string> Used, IReadOnlyList<string> Unused, IReadOnlyList<string> Refused);
