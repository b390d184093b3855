using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Sharing;
using Shares.Web.Bodies;

namespace Shares.Api.ExplainAccess;

/// <summary>What storage does, in plain words.</summary>
internal static class StorageSentences
{
    public static StorageAnswer Of(StorageOutcome outcome, Share share, Enforcement? record, Purpose purpose) =>
        new(ContractName.Of(outcome.Rule), outcome.ShareId.ToString(), outcome.Passed, Sentence(outcome, share, record, purpose));

    private static string Sentence(StorageOutcome outcome, Share share, Enforcement? record, Purpose purpose)
    {
        var name = $"“{share.Name}”";
        var analyzes = purpose == Purpose.Analyze;
        return (outcome.Rule, outcome.Passed) switch
        {
            (StorageRule.AccessPoint, true) when !analyzes && !share.AllowsDownloads => $"{name} has no download access point, so storage refuses downloads whatever somebody holds.",
            (StorageRule.AccessPoint, true) when share.Enforcement.Of(analyzes ? Core.Enforcing.AccessPointKind.Analyze : Core.Enforcing.AccessPointKind.Download) is { } ready =>
                $"Requests go through access point {ready.Name}.",
            (StorageRule.AccessPoint, true) => $"{name} has no access point any more.",
            (StorageRule.AccessPoint, false) => $"The access points of {name} are not yet what they must be.",
            (StorageRule.ReadBack, true) => $"Storage was read back as {name} is now{(record?.LastVerifiedAt is { } at ? $", last at {UtcTime.Format(at)}" : "")}.",
            (StorageRule.ReadBack, false) => $"Storage is {ContractName.Of(record?.State ?? EnforcementState.Pending)} for {name}{(record?.Reason is { } reason ? $": {reason}" : ".")}",
            (StorageRule.EarlierSessions, true) => $"Sessions from before {UtcTime.Format(outcome.Before!.Value)} are refused.",
            (StorageRule.EarlierSessions, false) => $"Sessions from before {UtcTime.Format(outcome.Before!.Value)} will be refused as soon as storage is read back.",
            _ => analyzes
                ? "Only requests from inside the pipelines' VPC are answered, and no presigned URL."
                : "URLs are answered for 15 minutes after they were signed.",
        };
    }
}
