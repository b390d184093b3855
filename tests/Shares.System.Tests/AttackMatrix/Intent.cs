namespace Shares.SystemTests.AttackMatrix;

/// <summary>Why a request to storage is to be served.</summary>
internal enum Reason
{
    AnalyzeGrant,
    DownloadGrant,
    PipelineOnOwnBucket,
    DownloadOfOwnDatasets,
    Upload,
    NamesOfFiles,
    Administrator,

    /// <summary>A statement of the project's own in the policy of the bucket that it brought.</summary>
    ProjectsOwnStatement,
}

/// <summary>
/// What sharing means for storage, in the words of docs/enforcement.md. It knows nothing of policies: policies are what is tested
/// against it, so nothing of the code that makes them may be used here.
/// </summary>
internal static class Intent
{
    private const string PipelineRole = "SharesPipelineRole", DownloadRole = "SharesDownloadRole", UploadRole = "SharesUploadRole";
    private const int Slots = 20;
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(1), UrlLifetime = TimeSpan.FromMinutes(15);
    private static readonly string[] ReadAndWrite = ["s3:GetObject", .. Write];
    private static readonly string[] ListOwn = ["s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:GetBucketLocation"];

    private static string[] Write => ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

    /// <returns><see langword="null"/>: it is to be refused.</returns>
    public static Reason? Why(Attempt attempt, Estate estate)
    {
        // No keys, or keys that have ended; and with what is in projects' buckets, a connection that others can read.
        if (attempt.Who.Role is null || attempt.SessionAge > SessionLifetime) return null;
        if (!attempt.IsEncrypted && attempt.Through.Bucket != estate.UnrelatedBucket) return null;
        return attempt.Through.Point switch
        {
            null => Directly(attempt, estate),
            { Exists: false } => null,
            { Kind: PointKind.Foreign } => ThroughForeign(attempt, estate),
            { } point => ThroughShare(attempt, point),
        };
    }

    /// <summary>Access points of shares serve the session that was given this dataset through this share, and nobody and nothing else.</summary>
    private static Reason? ThroughShare(Attempt attempt, AccessPointFacts point)
    {
        if (point.Kind == PointKind.Analyze && !attempt.IsInVpc) return null;
        // Where a bucket is says nothing of what is in it.
        if (attempt is { Action: "s3:GetBucketLocation", Who.Role: "admin" }) return Reason.Administrator;
        if (attempt.At >= point.ExpiresAt) return null;
        var serves = point.Kind == PointKind.Analyze
            ? attempt.Who.Role == PipelineRole && !attempt.IsPresigned
            : attempt.Who.Role == DownloadRole && attempt.SignatureAge <= UrlLifetime;
        if (!serves) return null;
        var (isRead, place) = attempt.Action switch
        {
            "s3:GetObject" => (true, attempt.Key),
            "s3:ListBucket" => (true, attempt.Prefix),
            _ => (false, null),
        };
        return isRead && IsGranted(attempt.Who, point, place) && !IsCut(attempt, point.Cut, place) ? Granted(point) : null;
    }

    /// <summary>Taken away since the session was issued: from its project, its execution, its person, or the dataset from everybody.</summary>
    private static bool IsCut(Attempt attempt, Cut? cut, string? place) =>
        cut is not null
        && attempt.At - attempt.SessionAge < cut.IssuedBefore
        && IsOrAny(cut.Subscriber, attempt.Who.Tags.GetValueOrDefault("subscriber"))
        && IsOrAny(cut.Execution, attempt.Who.Tags.GetValueOrDefault("execution"))
        && IsOrAny(cut.Person, attempt.Who.SourceIdentity)
        && (cut.Dataset is null || Starts(place, $"datasets/{cut.Dataset}/"));

    private static bool IsOrAny(string? wanted, string? actual) => wanted is null || wanted == actual;

    /// <summary>What is not of a share opens what its caller could open without it; its own policy lets the account read.</summary>
    private static Reason? ThroughForeign(Attempt attempt, Estate estate)
    {
        var passes = attempt.Who.Role == "admin" || attempt.Action is "s3:GetObject" or "s3:ListBucket";
        return passes ? Directly(attempt, estate) : null;
    }

    private static Reason? Directly(Attempt attempt, Estate estate)
    {
        var who = attempt.Who;
        var isOwn = who.Tags.GetValueOrDefault("bucket") == attempt.Through.Bucket;
        if (who.Role == "admin") return Reason.Administrator;
        if (who.Role == PipelineRole) return isOwn && (ReadAndWrite.Contains(attempt.Action) || ListOwn.Contains(attempt.Action)) ? Reason.PipelineOnOwnBucket : null;
        if (who.Role == DownloadRole) return isOwn && ReadsDatasets(attempt) ? Reason.DownloadOfOwnDatasets : null;
        if (who.Role == UploadRole && isOwn && Write.Contains(attempt.Action) && Starts(attempt.Key, $"datasets/{who.Tags.GetValueOrDefault("ds01")}/data/")
            && who.Tags.ContainsKey("ds01")) return Reason.Upload;
        if (who.Role == "AccessFunctionRole" && attempt.Action == "s3:ListBucket" && Starts(attempt.Prefix, "datasets/")) return Reason.NamesOfFiles;
        return attempt.Through.Bucket == estate.OpenBucket && attempt.Action is "s3:GetObject" or "s3:ListBucket" ? Reason.ProjectsOwnStatement : null;
    }

    private static bool ReadsDatasets(Attempt attempt) => attempt.Action switch
    {
        "s3:GetObject" => Starts(attempt.Key, "datasets/"),
        "s3:ListBucket" => Starts(attempt.Prefix, "datasets/"),
        _ => false,
    };

    /// <summary>A grant is a pair: this access point with this dataset, in tags of the same number.</summary>
    private static bool IsGranted(Attacker who, AccessPointFacts point, string? place) => Enumerable.Range(1, Slots).Any(slot =>
        who.Tags.GetValueOrDefault($"ap{slot:00}") == point.Name
        && who.Tags.TryGetValue($"ds{slot:00}", out var dataset)
        && Starts(place, $"datasets/{dataset}/"));

    private static Reason Granted(AccessPointFacts point) => point.Kind == PointKind.Analyze ? Reason.AnalyzeGrant : Reason.DownloadGrant;

    private static bool Starts(string? text, string with) => text?.StartsWith(with, StringComparison.Ordinal) ?? false;
}
