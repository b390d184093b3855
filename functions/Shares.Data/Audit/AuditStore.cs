using System.Globalization;
using Shares.Core.Audit;
using Shares.Core.Projects;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Audit;

/// <summary>The logs of projects. What changes the table is logged by the store that changes it, in the same transaction.</summary>
public sealed class AuditStore(Table table, TimeProvider time)
{
    /// <summary>A project in which little happens has many empty months; a page looks at so many and then ends, perhaps short.</summary>
    private const int MonthsPerPage = 12;

    /// <summary>Sorts after every time of its month.</summary>
    private const string EndOfMonth = "~";

    /// <summary>For what changes nothing in the table, like grants; each entry is written or not by itself.</summary>
    public Task RecordAsync(IReadOnlyList<AuditEvent> entries, CancellationToken ct) => table.PutManyAsync(entries.Select(AuditItem.ToItem), ct);

    /// <summary>Where an entry is: a page after it begins with the next older one.</summary>
    public static string PositionOf(AuditEvent entry) => Key.Of(AuditItem.ToItem(entry)).Sort;

    /// <summary>From which on follows what was logged before the time.</summary>
    public static string PositionBefore(DateTimeOffset time) => AttributeWriting.Time(time).S;

    /// <summary>Newest first, back to the project's creation.</summary>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before, or another position.</param>
    /// <returns>At most <paramref name="limit"/>; perhaps fewer, or none, though others follow.</returns>
    public async Task<Page<AuditEvent>> ListAsync(Project project, string? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var first = AuditItem.MonthOf(project.CreatedAt);
        var page = new List<Item>();
        var position = after ?? PositionBefore(AuditItem.MonthOf(time.GetUtcNow()));
        for (var months = 0; months < MonthsPerPage; months++)
        {
            if (MonthOf(position) is not { } month || string.CompareOrdinal(month, first) < 0) return PageOf(page, null);
            var wanted = limit - page.Count + 1;
            var found = table.QueryBackAsync(AuditItem.Partition(project.Id, month), null, position, wanted, ct).Take(wanted);
            page.AddRange(await found.ToListAsync(ct));
            if (page.Count > limit) return PageOf(page[..limit], Key.Of(page[limit - 1]).Sort);
            position = PositionBefore(Previous(month));
        }

        return PageOf(page, position);
    }

    private static Page<AuditEvent> PageOf(List<Item> items, string? next) => new([.. items.Select(AuditItem.FromItem)], next);

    /// <summary>From which on the whole month follows.</summary>
    private static string PositionBefore(string month) => month + EndOfMonth;

    /// <summary>Sort keys begin with their time, and that with its month. Null for what is no position.</summary>
    private static string? MonthOf(string position) => position.Length > 7 && TryParse(position[..7], out _) ? position[..7] : null;

    private static string Previous(string month) => TryParse(month, out var begin) ? AuditItem.MonthOf(begin.AddMonths(-1)) : month;

    private static bool TryParse(string month, out DateTimeOffset begin) => DateTimeOffset.TryParseExact(
        month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out begin);
}
