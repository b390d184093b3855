using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shares.Core.Egress;
using Shares.Core.Egress.Attributing;
using Shares.Core.Egress.Trail;
using Shares.Core.Egress.Zones;
using Shares.Local.Demo;
using Shares.Local.S3.Storage;
using Shares.Local.S3Control;
using Shares.Local.Tests.Template;
using Shares.Local.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Tests.Demo;

/// <summary>What the demo says of its past, read as the functions read it.</summary>
public sealed class DemoHistoryTests : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-history-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_download_of_the_past_month_is_somebodys_and_the_bill_has_as_many_bytes()
    {
        var (trail, transfers) = await MakeAsync("a");
        Assert.All(trail, download => Assert.True(download.Key is not null, $"{download.Unattributed}"));
        Assert.All(trail, download => Assert.InRange(download.Key!.Value.Day, new DateOnly(2026, 10, 24), new DateOnly(2026, 11, 21)));
        foreach (var (zone, usageType) in ((TransferZone, string)[])
                 [(TransferZone.Internet, UsageTypes.Internet), (TransferZone.CrossRegion, UsageTypes.OtherRegion), (TransferZone.SameRegion, UsageTypes.SameRegion)])
        {
            var bytes = trail.Where(download => download.Key!.Value.Zone == zone).Sum(download => download.Amount.AllBytes);
            Assert.InRange(bytes, 10 * Gigabyte, 2000 * Gigabyte);
            Assert.Equal(bytes, transfers.Where(transfer => transfer.UsageType == usageType).Sum(transfer => transfer.Bytes));
        }

        Assert.Equal(
            ["CREDENTIALS lab-admin", "PIPELINE 0197e000-0000-7000-8000-000000000042", "PRESIGNED_URL lab-member", "PRESIGNED_URL lab-viewer", "PRESIGNED_URL other-admin"],
            trail.Select(download => $"{Core.ContractName.Of(download.Key!.Value.Route)} {download.Key.Value.Principal}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_past_is_the_same_in_every_run()
    {
        var (first, second) = ((await MakeAsync("a")).Trail, (await MakeAsync("b")).Trail);
        Assert.Equal(first.Select(Fact), second.Select(Fact));

        static (DateOnly, TransferZone, long) Fact(Attribution download) => (download.Key!.Value.Day, download.Key.Value.Zone, download.Amount.AllBytes);
    }

    private async Task<(List<Attribution> Trail, List<Transfer> Transfers)> MakeAsync(string name)
    {
        var folder = _folder.CreateSubdirectory(name).FullName;
        var (store, accessPoints, transfers) = (new S3Store(folder, _time), new AccessPointStore(folder), new TransferLog(folder));
        store.Create("trail");
        var world = World(accessPoints);
        await using var trail = new CloudTrail(
            RealTemplate.Load().Trails[0] with { Bucket = "trail" }, [], new TrailFiles(store, "trail"), new Mishaps(1), _time, NullLogger<CloudTrail>.Instance);
        await new DemoHistory(accessPoints, transfers, trail, _time).AddAsync(world);
        return (Read(store).OrderBy(download => download.Key?.Day).ThenBy(download => download.Amount.AllBytes).ToList(), [.. transfers.Between(default, DateTimeOffset.MaxValue)]);
    }

    private DemoWorld World(AccessPointStore accessPoints)
    {
        string Id() => Guid.CreateVersion7(_time.GetUtcNow()).ToString();
        var shares = ((string[])["RNA-seq for immunology", "Reference panels", "Tumour panels 2026"]).ToDictionary(share => share, _ => Id());
        foreach (var kind in (string[])["a1", "d1"])
        {
            foreach (var id in shares.Values)
            {
                var name = $"shr-{id.Replace("-", "", StringComparison.Ordinal)}-{kind}";
                accessPoints.Add(new AccessPoint(name, "publisher", AccessPointName.NewAlias(name), null, [], _time.GetUtcNow(), null));
            }
        }

        return new(
            ((string[])["sequencing-core", "immunology-lab", "oncology-lab", "clinical-trials"]).ToDictionary(project => project, _ => Id()),
            shares,
            DemoDataset.All.ToDictionary(dataset => dataset, _ => (Id(), "publisher")));
    }

    private IEnumerable<Attribution> Read(S3Store store)
    {
        var ranges = IpRangesFile.Read(Encoding.UTF8.GetBytes(Shares.Local.Transfers.IpRanges.Json))!;
        var attributor = new TrailAttributor(new("aws", "us-east-1", "111122223333", "SharesPipelineRole", "SharesDownloadRole"), ranges);
        foreach (var file in store.Find("trail")!.Page("", false, 1000))
        {
            using var json = new GZipStream(store.Blobs.Open(file.Blob), CompressionMode.Decompress);
            var reader = new TrailFileReader(json);
            while (TryRead(reader, attributor) is { } download) yield return download;
            Assert.False(reader.IsBroken);
        }
    }

    private Attribution? TryRead(TrailFileReader reader, TrailAttributor attributor) =>
        reader.TryRead(out var record) ? attributor.Attribute(record, _time.GetUtcNow()) : null;
}
