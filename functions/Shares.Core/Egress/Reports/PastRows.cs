namespace Shares.Core.Egress.Reports;

/// <summary>Goes through the rows of the month before, beside those of the month that is reported: both have their publishers in the same order.</summary>
/// <param name="rows">Null: none.</param>
internal sealed class PastRows(IAsyncEnumerable<ReportRow>? rows)
{
    private IAsyncEnumerator<ReportRow>? _rows;

    /// <summary>Null at the end, and before <see cref="OpenAsync"/>.</summary>
    public ReportRow? Current { get; private set; }

    public ValueTask OpenAsync(CancellationToken ct)
    {
        _rows = rows?.GetAsyncEnumerator(ct);
        return NextAsync();
    }

    /// <summary>Adds all that follow of this publisher.</summary>
    public async ValueTask AddToAsync(PublisherMonth month)
    {
        for (; Current is { } row && row.Publisher.Id == month.Publisher.Id; await NextAsync()) month.AddPast(row);
    }

    public ValueTask CloseAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask NextAsync() => Current = _rows is not null && await _rows.MoveNextAsync() ? _rows.Current : null;
}
