using System.Text;
using Shares.Aws.Objects;
using Shares.Billing.Tests.World;
using Shares.Core.Audit;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Enforcing;
using Shares.Data.Egress;
using Shares.Data.Sharing;
using Shares.Testing.Trail;

namespace Shares.Billing.Tests.Faults;

/// <summary>Work for a job.</summary>
/// <param name="UntilNext">From a run to the next one, at which nothing that a dead run has claimed is claimed any more.</param>
/// <param name="Proof">What a line begins with that the job leaves: the work was done.</param>
internal sealed record Scenario(Job Job, DateTimeOffset Now, TimeSpan UntilNext, string Proof, Func<Office, Task> PrepareAsync)
{
    private static readonly BillingPeriod December = BillingPeriod.Parse("2026-12");
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly DateTimeOffset Closable = December.End + Closing.Wait;

    /// <summary>Longer than nobody has leave to ask Cost Explorer again.</summary>
    private static readonly TimeSpan BillPause = TimeSpan.FromHours(9);

    public static IReadOnlyDictionary<string, Scenario> All { get; } = new Dictionary<string, Scenario>
    {
        ["files of the trail are read, and there is no list of addresses yet"] = new(Job.Rescan, new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(1), "addresses", RescanAsync),
        ["CloudWatch is asked"] = new(Job.CrossCheck, new(2027, 1, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2), "check ", CrossCheckAsync),
        ["a month is closed and the running one estimated"] = new(Job.Statements, Closable, BillPause, "2026-12 v1 Final", CloseAsync),
        ["a closed month is corrected because of late records"] = new(Job.Statements, Closable, BillPause, "2026-12 v2 Final", office => CorrectAsync(office, () => office.DownloadAsync(Downloads.Publisher(2), LastDay, 5_000, dataset: 7))),
        ["a closed month is corrected because of its bill"] = new(Job.Statements, Closable, BillPause, "2026-12 v2 Final", office => CorrectAsync(office, () => Bill(office, 6.5m))),
        ["a limit is reached and another one's month is over"] = new(Job.Limits, new(2026, 12, 20, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(16), "share 1 suspended 2026-12", LimitAsync),
        ["AWS has a new list of addresses"] = new(Job.AddressRanges, new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1), "addresses {\"syncToken\":\"1\"", AddressesAsync),
    };

    public async Task<Office> OpenAsync(Storage storage, Tables tables)
    {
        var office = await Office.OpenAsync(storage, tables, Now);
        await PrepareAsync(office);
        return office;
    }

    private static async Task RescanAsync(Office office)
    {
        await office.PublishAsync();
        await office.Of<TrailFileStore>().ReadUntilAsync(new(2026, 12, 1), default);
        string Record(int number) => new TrailRecord { RequestId = $"REQ{number}", EventId = new Guid(number, 1, 7, new byte[8]).ToString(), Time = "2026-11-30T23:59:59Z", Role = number == 3 ? "admin" : TrailRecord.DownloadRole }.With(number).ToJson();
        foreach (var (day, name, records) in new[] { ("2026/11/30", "a", (int[])[1, 2, 2]), ("2026/12/01", "b", [2, 3, 4]) })
        {
            await office.PutAsync(
                office.TrailBucket, $"AWSLogs/{TrailRecord.AccountId}/CloudTrail/us-east-1/{day}/{TrailRecord.AccountId}_CloudTrail_us-east-1_{name}.json.gz",
                TrailDelivery.Pack(TrailDelivery.File(records.Select(Record))));
        }
    }

    private static async Task CrossCheckAsync(Office office)
    {
        await office.PublishAsync(generation: 2);
        await office.DownloadAsync(Downloads.Publisher(1), LastDay, 700);
        await office.DownloadAsync(Downloads.Publisher(1), LastDay.AddDays(-2), 50);
        office.Aws.Metrics[($"{new AccessPointName(Downloads.Share(1), AccessPointKind.Download, 2)}", LastDay)] = 1000;
    }

    private static async Task CloseAsync(Office office)
    {
        await office.Of<TrailFileStore>().ReadUntilAsync(December.EndDay, default);
        for (var n = 1; n <= 5; n++) await office.DownloadAsync(Downloads.Publisher((n % 2) + 1), LastDay.AddDays(-n), n * 1_237, dataset: n, zone: n == 3 ? TransferZone.CrossRegion : TransferZone.Internet);
        await office.DownloadByNobodyAsync(LastDay, 777);
        await office.DownloadAsync(Downloads.Publisher(1), December.Next.FirstDay, 99);
        await Bill(office, 1.2345m);
    }

    private static async Task CorrectAsync(Office office, Func<Task> change)
    {
        await CloseAsync(office);
        await office.RunAsync(Job.Statements);
        await change();
        office.Time.Advance(Closing.BetweenVersions);
    }

    private static Task Bill(Office office, decimal cost)
    {
        office.Bill(December, isEstimated: false, (cost, 1_000_003), (0.0000000007m, 10));
        return Task.CompletedTask;
    }

    private static async Task LimitAsync(Office office)
    {
        var limit = new EgressLimit(new Core.ByteCount(1000), null, EgressLimitAction.SuspendDownloads);
        await office.PublishAsync(1, limit);
        await office.PublishAsync(2, limit);
        await office.DownloadAsync(Downloads.Publisher(1), new(2026, 12, 20), 1000);
        await office.Of<ShareStore>().SuspendDownloadsAsync(Downloads.Share(2), limit, default, December.Previous, Actor.System("billing"), default);
    }

    private static Task AddressesAsync(Office office) => office.PutAsync(
        office.ReportsBucket, AddressRanges.Key, Encoding.UTF8.GetBytes("""{"syncToken":"0","prefixes":[{"ip_prefix":"192.0.2.0/24","region":"eu-west-1"}],"ipv6_prefixes":[]}"""));
}
