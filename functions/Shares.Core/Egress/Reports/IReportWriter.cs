namespace Shares.Core.Egress.Reports;

/// <summary>
/// Writes a month's report in one format, a row at a time: publishers in the order of their ids as text, all rows of a publisher together,
/// in the order of the ledger. Memory does not depend on how many rows there are.
/// </summary>
public interface IReportWriter
{
    /// <summary>Comes first.</summary>
    ValueTask BeginAsync(CancellationToken ct);

    /// <exception cref="InvalidOperationException">The row is out of order.</exception>
    ValueTask AddAsync(ReportRow row, CancellationToken ct);

    /// <summary>Comes last: what no publisher pays, and whatever else ends the report. The output has all of it then, and stays open.</summary>
    ValueTask EndAsync(CancellationToken ct);
}

public static class ReportWriting
{
    /// <summary>Writes the rows in several formats at once, so that they are read only once.</summary>
    public static async Task WriteAsync(this IReadOnlyList<IReportWriter> formats, IAsyncEnumerable<ReportRow> rows, CancellationToken ct)
    {
        foreach (var format in formats) await format.BeginAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var format in formats) await format.AddAsync(row, ct);
        }

        foreach (var format in formats) await format.EndAsync(ct);
    }
}
