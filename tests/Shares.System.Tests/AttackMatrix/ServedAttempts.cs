using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>What is to be served in the made-up estate: one attempt of each kind, and each of the twenty slots of a session.</summary>
internal static class ServedAttempts
{
    public static IEnumerable<Attempt> Of(IReadOnlyList<Door> doors)
    {
        Door By(object accessPoint) => doors.First(door => door.Point?.Name == accessPoint.ToString());
        Door At(string bucket) => doors.First(door => door.Address == bucket);

        var fullPipeline = Sessions.Pipeline("full", Lab, [.. MadeUpEstate.Full.Select(shared => shared.Analyze)]);
        var fullDownload = Sessions.FullDownload(MadeUpEstate.Full.Select(shared => shared.Download));
        foreach (var shared in MadeUpEstate.Full)
        {
            foreach (var attempt in Reading(fullPipeline, By(shared.Analyze.AccessPoint), shared)) yield return attempt with { IsInVpc = true };
            foreach (var attempt in Reading(fullDownload, By(shared.Download.AccessPoint), shared)) yield return attempt;
        }

        foreach (var shared in (SharedDataset[])[MadeUpEstate.Full[0], MadeUpEstate.Ending, MadeUpEstate.OfOpenBucket])
        {
            var pipeline = Sessions.Pipeline($"of share {shared.Share.Id}", Lab, shared.Analyze);
            var download = Sessions.Download($"of share {shared.Share.Id}", shared.Download);
            foreach (var attempt in Reading(pipeline, By(shared.Analyze.AccessPoint), shared)) yield return attempt with { IsInVpc = true };
            foreach (var attempt in Reading(download, By(shared.Download.AccessPoint), shared))
            {
                yield return attempt;
                yield return attempt with { IsPresigned = true, SignatureAge = TimeSpan.FromMinutes(15) };
            }
        }

        foreach (var attempt in RevokedShares.Served(By)) yield return attempt;
        foreach (var bucket in (string[])[Lab, Publisher])
        {
            var pipeline = Reading(Sessions.Pipeline($"of {bucket}", bucket, MadeUpEstate.Full[0].Analyze), At(bucket), MadeUpEstate.Full[0]).ToList();
            foreach (var attempt in pipeline) yield return attempt;
            foreach (var action in (string[])["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:ListBucketMultipartUploads", "s3:GetBucketLocation"])
                yield return pipeline[0] with { Action = action, Key = "results/counts.csv" };
            foreach (var attempt in Reading(Sessions.OwnDownload($"of {bucket}", bucket), At(bucket), MadeUpEstate.Full[0])) yield return attempt with { IsPresigned = true };
        }

        var upload = new Attempt { Who = Sessions.Upload(Publisher, MadeUpEstate.Full[0].Dataset), Through = At(Publisher), Action = "s3:PutObject", Key = MadeUpEstate.Full[0].Key, At = Now };
        foreach (var action in (string[])["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]) yield return upload with { Action = action };

        var others = Sessions.WithoutTags.ToDictionary(who => who.Label);
        yield return new Attempt { Who = others["AccessFunctionRole"], Through = At(Publisher), Action = "s3:ListBucket", Key = "", Prefix = "datasets/", At = Now };
        foreach (var attempt in Reading(others["admin"], At(Publisher), MadeUpEstate.Full[0])) yield return attempt;
        yield return new Attempt { Who = others["analyst"], Through = At(Open), Action = "s3:GetObject", Key = MadeUpEstate.OfOpenBucket.Key, At = Now };
    }

    public static IEnumerable<Attempt> Reading(Attacker who, Door through, SharedDataset shared)
    {
        var get = new Attempt { Who = who, Through = through, Action = "s3:GetObject", Key = shared.Key, Prefix = shared.Prefix, At = Now, SessionAge = TimeSpan.FromMinutes(1) };
        return [get, get with { Action = "s3:ListBucket" }];
    }
}
