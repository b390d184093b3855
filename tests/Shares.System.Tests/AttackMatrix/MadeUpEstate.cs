using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>
/// Twenty shares of one publisher with a dataset each, so that a session can have all its grants; one that ends; one that is analyze-only;
/// one of a bucket that its project brought and had opened to the whole account.
/// </summary>
internal static class MadeUpEstate
{
    public static readonly DateTimeOffset End = Now.AddHours(1);

    public static readonly IReadOnlyList<SharedDataset> Full = [.. Enumerable.Range(1, 20).Select(number => SharedDataset.Number(number, Publisher))];
    public static readonly SharedDataset Ending = SharedDataset.Number(21, Publisher, expiresAt: End);
    public static readonly SharedDataset AnalyzeOnly = SharedDataset.Number(22, Publisher, isViewRestricted: true);
    public static readonly SharedDataset OfOpenBucket = SharedDataset.Number(23, Open);

    public static IReadOnlyList<SharedDataset> Shares { get; } = [.. Full, Ending, AnalyzeOnly, OfOpenBucket, .. RevokedShares.All];

    public static Estate Of()
    {
        var doors = AllDoors().ToList();
        var served = ServedAttempts.Of(doors).ToList();
        var someone = served.Select(attempt => attempt.Who).Distinct().ToList();
        return new Estate(
            Open,
            Unrelated,
            served,
            [.. someone, .. Spoiled(), .. Sessions.WithoutTags],
            doors,
            [.. Places(Full[0]), Full[1].Key, Ending.Key, OfOpenBucket.Key, .. RevokedShares.All.Select(shared => shared.Key), "results/counts.csv", "", "datasets", "datasets/*/data/reads.fastq"],
            [.. Places(Full[0]), Full[1].Prefix, Ending.Prefix, OfOpenBucket.Prefix, .. RevokedShares.All.Select(shared => shared.Prefix), "results/", "", "datasets/", "datasets/*", null],
            [Now, End.AddSeconds(-1), End, End.AddDays(1)]);
    }

    private static IEnumerable<Attacker> Spoiled()
    {
        var (mine, other) = (Full[0], Full[1]);
        return Sessions.Spoiled(Sessions.Pipeline("spoiled", Lab, mine.Analyze), mine.Analyze, other.Analyze, Publisher)
            .Concat(Sessions.Spoiled(Sessions.Download("spoiled", mine.Download), mine.Download, other.Download, Publisher))
            .Append(Sessions.Pipeline("with a download's access point", Lab, mine.Download))
            .Append(Sessions.Pipeline("of an old generation", Lab, mine.Analyze with { AccessPoint = mine.Analyze.AccessPoint with { Generation = 1 } }))
            .Append(Sessions.Download("through an analyze access point", mine.Analyze))
            .Append(Sessions.Download("of an old generation", mine.Download with { AccessPoint = mine.Download.AccessPoint with { Generation = 2 } }))
            .Append(Sessions.Download("of an analyze-only share", AnalyzeOnly.Download));
    }

    private static IEnumerable<Door> AllDoors()
    {
        foreach (var bucket in (string[])[Publisher, Open, Lab, Unrelated]) yield return Doors.Directly(bucket);
        foreach (var shared in Shares.DistinctBy(shared => shared.Share.Id))
        {
            foreach (var door in DoorsOf(shared)) yield return door;
        }

        foreach (var (name, bucket) in ((string, string)[])[(TeamData, Publisher), (TeamOpen, Open)])
        {
            foreach (var door in Doors.Of(new(name, PointKind.Foreign), bucket, AliasOf(name))) yield return door;
        }
    }

    /// <summary>Those that there are, and of the first share those that there were.</summary>
    private static IEnumerable<Door> DoorsOf(SharedDataset shared)
    {
        var (analyze, download) = (shared.Analyze.AccessPoint, shared.Download.AccessPoint);
        var end = shared.Share.ExpiresAt;
        List<AccessPointFacts> points =
        [
            new(analyze.ToString(), PointKind.Analyze, ExpiresAt: end, Cut: shared.Cut),
            new(download.ToString(), PointKind.Download, Exists: !shared.Share.IsViewRestricted, ExpiresAt: end, Cut: shared.Cut),
        ];
        if (shared == Full[0])
        {
            points.Add(new((analyze with { Generation = 1 }).ToString(), PointKind.Analyze, Exists: false));
            points.Add(new((download with { Generation = 2 }).ToString(), PointKind.Download, Exists: false));
        }

        return points.SelectMany(point => Doors.Of(point, shared.Bucket, AliasOf(point.Name)));
    }

    /// <summary>Inside a dataset, at its edges, and beside it.</summary>
    private static IEnumerable<string> Places(SharedDataset shared)
    {
        var id = shared.Dataset.ToString();
        return
        [
            shared.Key, shared.Prefix, $"datasets/{id}", $"datasets/{id}0/data/reads.fastq", $"datasets/{id}/data/../../secret", $"datasets/{id.ToUpperInvariant()}/data/reads.fastq",
            $"/{shared.Key}", $"results/{shared.Key}",
        ];
    }
}
