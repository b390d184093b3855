using Amazon.Runtime;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Puts together what attempts on the running system are made of.</summary>
internal sealed class LiveEstateBuilder(
    World world, (LiveShare First, LiveShare Same, LiveShare AnalyzeOnly) shares, LiveShare gone, UploadedDataset sibling, string publisher, string lab)
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task<LiveEstate> BuildAsync()
    {
        // The API decides which of the shares that hold a dataset a session is for, so the ones that it vends here are of the only share.
        var run = await PipelineRun.StartAsync(world, shares.AnalyzeOnly.Dataset.Id);
        var vendedRun = Sessions.Pipeline("vended", lab, shares.AnalyzeOnly.Grant(shares.AnalyzeOnly.Analyze));
        var vendedDownload = Sessions.Download("vended", new(shares.First.Grant(shares.First.Download!).AccessPoint, Core.Ids.UuidId.Parse<Core.Ids.DatasetId>(sibling.Id)));
        var vended = new Dictionary<Attacker, AWSCredentials> { [vendedRun] = run.Credentials, [vendedDownload] = await LiveEstate.DownloadAsync(world, sibling) };
        var served = Served(vendedRun, vendedDownload).ToList();
        var estate = new Estate(
            OpenBucket: "",
            UnrelatedBucket: "",
            served,
            [.. served.Select(attempt => attempt.Who).Distinct(), .. Spoiled(), .. Sessions.WithoutTags.Where(who => who.Label is not ("analyst" or "team/SharesPipelineRole" or "SharesPipelineRole2"))],
            [.. AllDoors()],
            Keys,
            [shares.First.Prefix, shares.AnalyzeOnly.Prefix, $"datasets/{sibling.Id}/", $"datasets/{shares.First.Dataset.Id}", "results/", "", "datasets/", "datasets/*", null],
            [_now]);
        await FillAsync();
        return new LiveEstate(estate, vended);
    }

    private IReadOnlyList<string> Keys =>
    [
        shares.First.Dataset.Key, shares.AnalyzeOnly.Dataset.Key, sibling.Key, shares.First.Prefix, $"datasets/{shares.First.Dataset.Id}",
        $"datasets/{shares.First.Dataset.Id}0/data/reads_1.fastq.gz", $"datasets/{shares.First.Dataset.Id}/data/../../secret", "results/counts.csv", "datasets/*/data/reads_1.fastq.gz",
    ];

    private IEnumerable<Attempt> Served(Attacker vendedRun, Attacker vendedDownload)
    {
        var (first, same, only) = shares;
        var direct = Sessions.Pipeline("of the lab", lab, first.Grant(first.Analyze), same.Grant(same.Analyze));
        List<Attempt> reads =
        [
            Read(vendedRun, Door(only.Analyze), only.Dataset.Key) with { IsInVpc = true },
            Read(vendedDownload, Door(first.Download!), sibling.Key) with { IsPresigned = true, SignatureAge = TimeSpan.FromMinutes(14) },
            Read(direct, Door(first.Analyze), first.Dataset.Key) with { IsInVpc = true },
            Read(direct, Door(same.Analyze), first.Dataset.Key) with { IsInVpc = true },
            Read(Sessions.Download("of the first share", first.Grant(first.Download!)), Door(first.Download!), first.Dataset.Key),
            Read(direct, Doors.Directly(lab), "results/counts.csv"),
            Read(Sessions.OwnDownload("of the publisher", publisher), Doors.Directly(publisher), first.Dataset.Key) with { IsPresigned = true },
            Read(Sessions.WithoutTags.Single(who => who.Label == "admin"), Doors.Directly(publisher), first.Dataset.Key),
        ];
        foreach (var read in reads) yield return read;
        foreach (var read in reads) yield return read with { Action = "s3:ListBucket" };
        yield return reads[5] with { Action = "s3:PutObject" };
        yield return Read(Sessions.Upload(publisher, first.DatasetId), Doors.Directly(publisher), first.Dataset.Key) with { Action = "s3:PutObject" };
        yield return Read(Sessions.WithoutTags.Single(who => who.Label == "AccessFunctionRole"), Doors.Directly(publisher), first.Dataset.Key) with { Action = "s3:ListBucket" };
    }

    private IEnumerable<Attacker> Spoiled()
    {
        var (mine, other) = (shares.First, shares.Same);
        return Sessions.Spoiled(Sessions.Pipeline("spoiled", lab, mine.Grant(mine.Analyze)), mine.Grant(mine.Analyze), other.Grant(other.Analyze), publisher)
            .Concat(Sessions.Spoiled(Sessions.Download("spoiled", mine.Grant(mine.Download!)), mine.Grant(mine.Download!), other.Grant(other.Download!), publisher))
            .Append(Sessions.Download("of an old generation", gone.Grant(gone.Download!)))
            .Append(Sessions.Download("through an analyze access point", mine.Grant(mine.Analyze)));
    }

    private IEnumerable<Door> AllDoors()
    {
        yield return Doors.Directly(publisher);
        yield return Doors.Directly(lab);
        foreach (var share in (LiveShare[])[shares.First, shares.Same, shares.AnalyzeOnly])
        {
            foreach (var door in Doors.Of(new(share.Analyze.Name, PointKind.Analyze), publisher, share.Analyze.Alias)) yield return door;
            if (share.Download is { } download)
            {
                foreach (var door in Doors.Of(new(download.Name, PointKind.Download), publisher, download.Alias)) yield return door;
            }
        }

        foreach (var door in Doors.Of(new(gone.Download!.Name, PointKind.Download, Exists: false), publisher, gone.Download.Alias)) yield return door;
    }

    private Door Door(LivePoint point) => AllDoors().First(door => door.Point?.Name == point.Name && door.Address == point.Alias);

    private Attempt Read(Attacker who, Door through, string key) => new()
    {
        Who = who, Through = through, Action = "s3:GetObject", Key = key, Prefix = string.Concat(key.Split('/').Take(2).Select(part => $"{part}/")), At = _now, SessionAge = TimeSpan.FromMinutes(1),
    };

    /// <summary>Every key is in every bucket, so that a refusal says something about the caller and not about the key.</summary>
    private async Task FillAsync()
    {
        using var s3 = Storage.Client(await world.Cloud.CredentialsAsync("admin"), world.Cloud.Internet);
        foreach (var bucket in (string[])[publisher, lab])
        {
            foreach (var key in Keys) await s3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = "x" });
        }
    }
}
