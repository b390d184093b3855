using Shares.Local.S3Control;
using Shares.Local.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Demo;

/// <summary>
/// A month of downloads before the demo began: files of the trail, as Billing finds them when it looks for what it missed, and the same bytes on
/// the bill and in the metrics. Who read what and how much is the same in every run. The sizes are those of real data, not of the short files here.
/// </summary>
public sealed class DemoHistory(AccessPointStore accessPoints, TransferLog transfers, CloudTrail trail, TimeProvider time)
{
    private const int Days = 29;
    private const int Seed = 2026;
    private const long Megabyte = 1L << 20;

    public async Task AddAsync(DemoWorld world)
    {
        var requests = RequestsOf(world).ToList();
        transfers.Add([.. requests.Select(TransferLog.TransferOf)]);
        await trail.FileLateAsync(requests);
    }

    private IEnumerable<ObjectRequest> RequestsOf(DemoWorld world)
    {
        var random = new Random(Seed);
        var today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        for (var ago = Days; ago > 0; ago--)
        {
            foreach (var reader in DemoReader.All.Where(reader => ago % reader.EveryDays == 0))
            {
                for (var n = 0; n < reader.Requests; n++) yield return RequestOf(reader, world, today.AddDays(-ago), random);
            }
        }
    }

    private ObjectRequest RequestOf(DemoReader reader, DemoWorld world, DateTimeOffset day, Random random)
    {
        var at = day.AddHours(7).AddSeconds(random.Next(12 * 3600));
        var share = DemoShare.All.Single(share => share.Name == reader.Share);
        var (dataset, (id, bucket)) = random.GetItems(world.Datasets.Where(entry => entry.Key.Tags.Contains(share.Tag)).OrderBy(entry => entry.Key.Name, StringComparer.Ordinal).ToArray(), 1)[0];
        return new(
            random.GetHexString(16), at, "GetObject", reader.SessionAt(at, world.Projects[reader.Project]), "ASIAEXAMPLE", "aws-cli/2",
            AccessPointOf(world.Shares[share.Name], reader.IsPipeline), bucket, $"datasets/{id}/data/{dataset.Files[0].Name}", 0,
            (long)(reader.Megabytes * Megabyte * (0.5 + random.NextDouble())), null, null);
    }

    private string AccessPointOf(string share, bool isPipeline)
    {
        var start = $"shr-{share.Replace("-", "", StringComparison.Ordinal)}-{(isPipeline ? 'a' : 'd')}";
        return accessPoints.List(bucket: null).First(accessPoint => accessPoint.Name.StartsWith(start, StringComparison.Ordinal)).Name;
    }
}
