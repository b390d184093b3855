using System.Text;
using Shares.Aws.Objects;
using Shares.Billing.Tests.World;
using Shares.Core;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;
using Shares.Data.Audit;
using Shares.Data.Egress;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Billing.Tests.Faults;

/// <summary>Everything that jobs leave behind and others go by, a line each, without moments and without names of who made it.</summary>
internal static class EndState
{
    public static async Task<IReadOnlyList<string>> ReadAsync(Office office)
    {
        var lines = new List<string>();
        var month = BillingPeriod.Of(office.Time.GetUtcNow());
        foreach (var period in new[] { month.Previous.Previous, month.Previous, month })
        {
            await AddLedgerAsync(lines, office, period);
            await AddStatementsAsync(lines, office, period);
            if (await office.Of<BillStore>().FindAsync(period, default) is { } bill) lines.Add($"{period} bill {bill.IsEstimated} {string.Join(' ', bill.Lines)}");
            await foreach (var check in office.Of<CrossCheckStore>().OfMonthAsync(period, default)) lines.Add($"check {check.Share} {check.Day} {check.Metered} {check.Recorded}");
        }

        await AddTrailAsync(lines, office);
        await AddSharesAsync(lines, office);
        // A message may be told twice when SNS's answer was lost, and one that could not be told comes after others.
        lines.AddRange(office.Aws.Published.Select(told => $"told {told.Subject}: {told.Message}").Distinct().Order(StringComparer.Ordinal));
        if (await office.FindObjectAsync(office.ReportsBucket, AddressRanges.Key) is { } list) lines.Add($"addresses {Encoding.UTF8.GetString(list)}");
        return lines;
    }

    private static async Task AddLedgerAsync(List<string> lines, Office office, BillingPeriod period)
    {
        var ledger = office.Of<LedgerReader>();
        foreach (var publisher in await ledger.PublishersAsync(period, default))
            await foreach (var entry in ledger.ReadAsync(publisher, period.FirstDay, period.EndDay.AddDays(-1), default)) lines.Add($"{publisher} {entry}");
        await foreach (var entry in ledger.ReadUnattributedAsync(period, default)) lines.Add($"nobody {entry}");
    }

    /// <summary>The one that counts, and all final versions. What each names is there, and as large as it says.</summary>
    private static async Task AddStatementsAsync(List<string> lines, Office office, BillingPeriod period)
    {
        var statements = office.Of<StatementStore>();
        if (await statements.LatestAsync(period, default) is not { } latest) return;
        for (var version = Math.Min(1, latest.Version); version <= latest.Version; version++)
        {
            var statement = (await statements.FindAsync(period, version, default))!;
            lines.Add($"{period} v{version} {statement.Status} {statement.Currency} {statement.Digest} {statement.Completeness} {string.Join(' ', statement.Lines)} {string.Join(' ', statement.Zones)}");
            await foreach (var cost in statements.ReadCostsAsync(statement, default)) lines.Add($"{period} v{version} {cost}");
            var objects = statement.Objects;
            foreach (var stored in new[] { objects.Csv, objects.Focus, objects.Rows, objects.Snapshot }.OfType<StatementObject>())
            {
                var content = await office.ReadAsync(office.ReportsBucket, stored.Key);
                Assert.Equal(stored.Size, content.Length);
                if (stored != objects.Snapshot) lines.Add($"{period} v{version} {stored.Key.Split('/')[^1]} {Encoding.UTF8.GetString(content)}");
            }
        }
    }

    private static async Task AddTrailAsync(List<string> lines, Office office)
    {
        var trail = office.Of<TrailFileStore>();
        lines.Add($"trail read until {await trail.FindReadUntilAsync(default)}");
        var today = DateOnly.FromDateTime(office.Time.GetUtcNow().UtcDateTime);
        for (var day = today.AddDays(-5); day <= today; day = day.AddDays(1))
            lines.AddRange((await trail.ReadAsync(day, default)).Order(StringComparer.Ordinal).Select(name => $"read {day} {name}"));
    }

    private static async Task AddSharesAsync(List<string> lines, Office office)
    {
        var (shares, projects) = (office.Of<ShareStore>(), office.Of<ProjectStore>());
        foreach (var number in Enumerable.Range(1, 3))
        {
            if (await shares.FindAsync(Downloads.Share(number), default) is not { } share) continue;
            lines.Add($"share {number} suspended {share.Suspension?.Period} lifted {share.LiftedPeriod} version {share.Version}");
            var log = await office.Of<AuditStore>().ListAsync((await projects.FindAsync(share.PublisherId, default))!, null, 100, default);
            lines.AddRange(log.Items.Where(entry => entry.Target.Id == $"{share.Id}").Select(entry => $"log {number} {ContractName.Of(entry.Action)} {entry.Note}").Order(StringComparer.Ordinal));
        }
    }
}
