namespace Shares.Core.Egress.Reports;

/// <summary>
/// The report for people, as comma-separated values: a row for each share and each project that received from it, then what no publisher pays,
/// the total, the bill, and the difference. Memory grows with the shares and receivers of one publisher at a time, not with rows.
/// </summary>
/// <param name="lastMonth">Null when there is no report of it.</param>
/// <param name="output">Stays open.</param>
public sealed class PeopleReport(ReportHead head, LastMonth? lastMonth, Stream output) : IReportWriter
{
    private readonly PeopleTable _table = new(head.Statement, lastMonth?.Statement, new CsvWriter(output));
    private readonly PastRows _past = new(lastMonth?.Rows);
    private PublisherMonth? _current;

    public async ValueTask BeginAsync(CancellationToken ct)
    {
        await _past.OpenAsync(ct);
        await _table.BeginAsync(ct);
    }

    public async ValueTask AddAsync(ReportRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_current is { } finished && finished.Publisher.Id != row.Publisher.Id)
        {
            if (Compare(finished.Publisher, row.Publisher) > 0) throw new InvalidOperationException("Publishers come in the order of their ids, each once.");
            await WriteAsync(finished, ct);
            _current = null;
        }

        (_current ??= new PublisherMonth(row.Publisher)).Add(row);
    }

    public async ValueTask EndAsync(CancellationToken ct)
    {
        if (_current is { } last) await WriteAsync(last, ct);
        await WriteGoneAsync(before: null, ct);
        await _table.EndAsync(ct);
        await _past.CloseAsync();
    }

    private async ValueTask WriteAsync(PublisherMonth month, CancellationToken ct)
    {
        await WriteGoneAsync(month.Publisher, ct);
        await _past.AddToAsync(month);
        await _table.AddAsync(month, ct);
    }

    /// <summary>Publishers that paid last month and have nothing in this one.</summary>
    private async ValueTask WriteGoneAsync(ReportProject? before, CancellationToken ct)
    {
        while (_past.Current is { } row && (before is null || Compare(row.Publisher, before) < 0))
        {
            var gone = new PublisherMonth(row.Publisher);
            await _past.AddToAsync(gone);
            await _table.AddAsync(gone, ct);
        }
    }

    private static int Compare(ReportProject a, ReportProject b) => string.CompareOrdinal(a.Id.ToString(), b.Id.ToString());
}
