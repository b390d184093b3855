using System.Globalization;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Sessions as they are vended, by the code that tags them, and as nobody should ever have them.</summary>
internal static class Sessions
{
    public static readonly ProjectId Lab = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000b"));
    public static readonly ProjectId OtherLab = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000c"));
    public static readonly ExecutionId Run = ExecutionId.From(new Guid("0197e000-0000-7000-8000-000000000001"));
    public static readonly ExecutionId OtherRun = ExecutionId.From(new Guid("0197e000-0000-7000-8000-000000000002"));
    public static readonly UserId Person = UserId.Parse("lab-member");
    public static readonly UserId OtherPerson = UserId.Parse("lab-viewer");

    private static readonly Dictionary<string, string> NoTags = [];

    public static Attacker Pipeline(string label, string ownBucket, params Grant[] grants) => Pipeline(label, ownBucket, Lab, Run, grants);

    public static Attacker Pipeline(string label, string ownBucket, ProjectId project, ExecutionId run, params Grant[] grants) => new(
        $"pipeline {label}", "SharesPipelineRole", SessionTags.Pipeline(project, run, ownBucket, grants), SessionIdentity.Of(project, run).SourceIdentity);

    public static Attacker Download(string label, Grant grant) => Download(label, Lab, Person, grant);

    public static Attacker Download(string label, ProjectId project, UserId person, Grant grant) =>
        new($"download {label}", "SharesDownloadRole", SessionTags.SharedDownload(project, grant), SessionIdentity.Of(project, person).SourceIdentity);

    public static Attacker OwnDownload(string label, string ownBucket) => Downloader(label, SessionTags.OwnDownload(Lab, ownBucket));

    public static Attacker Upload(string ownBucket, DatasetId dataset) =>
        new("upload", "SharesUploadRole", SessionTags.Upload(Lab, ownBucket, dataset), SessionIdentity.Of(Lab, Person).SourceIdentity);

    /// <summary>With as many grants as a session can have, which for downloads is never vended.</summary>
    public static Attacker FullDownload(IEnumerable<Grant> grants) => Downloader("full", new Dictionary<string, string>(
        grants.SelectMany((grant, index) => Slot(index + 1, grant.AccessPoint.ToString(), grant.DatasetId.ToString()))));

    public static IEnumerable<Attacker> WithoutTags =>
        new[]
        {
            "SharesPipelineRole", "SharesDownloadRole", "SharesUploadRole", "ApiFunctionRole", "AccessFunctionRole", "ProvisioningFunctionRole",
            "immunology-lab-pipeline", "admin", "analyst", "team/SharesPipelineRole", "SharesPipelineRole2",
        }.Select(role => new Attacker(role, role, NoTags)).Append(new Attacker("anonymous", null, NoTags));

    /// <summary>The same session with tags that are missing, mixed up, too many, or only look right.</summary>
    public static IEnumerable<Attacker> Spoiled(Attacker good, Grant grant, Grant other, string publishersBucket)
    {
        var (point, dataset) = (grant.AccessPoint.ToString(), grant.DatasetId.ToString());
        Attacker With(string label, params (string Key, string? Value)[] changes)
        {
            var tags = new Dictionary<string, string>(good.Tags);
            foreach (var (key, value) in changes) _ = value is null ? tags.Remove(key) : (tags[key] = value) is null;
            return good with { Label = $"{good.Label}, {label}", Tags = tags };
        }

        return
        [
            With("no dataset", ("ds01", null)),
            With("no access point", ("ap01", null)),
            With("dataset in the next slot", ("ds01", null), ("ds02", dataset)),
            With("two grants crossed", ("ds01", other.DatasetId.ToString()), ("ap02", other.AccessPoint.ToString()), ("ds02", dataset)),
            With("a slot that there is not", ("ap01", null), ("ds01", null), ("ap21", point), ("ds21", dataset), ("ap1", point), ("ds1", dataset)),
            With("a wildcard for the dataset", ("ds01", "*")),
            With("a wildcard for the access point", ("ap01", "*")),
            With("a pattern for the access point", ("ap01", $"{point[..^1]}?")),
            With("empty tags", ("ap01", ""), ("ds01", "")),
            With("upper case", ("ds01", dataset.ToUpperInvariant())),
            With("half an id", ("ds01", dataset[..18])),
            With("access point of another number", ("ap01", point + "0")),
            With("the bucket of another", ("bucket", publishersBucket)),
            With("any bucket", ("bucket", "*")),
            With("no bucket", ("bucket", null)),
        ];
    }

    private static Attacker Downloader(string label, IReadOnlyDictionary<string, string> tags) =>
        new($"download {label}", "SharesDownloadRole", tags, SessionIdentity.Of(Lab, Person).SourceIdentity);

    private static IEnumerable<KeyValuePair<string, string>> Slot(int number, string accessPoint, string dataset)
    {
        var slot = number.ToString("00", CultureInfo.InvariantCulture);
        return [new($"ap{slot}", accessPoint), new($"ds{slot}", dataset)];
    }
}
