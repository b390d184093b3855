using Shares.Core.Egress;
using Shares.Core.Egress.Reports;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>Alone, since the memory that it measures is that of everything that runs.</summary>
[CollectionDefinition(nameof(StreamingTests), DisableParallelization = true)]
[Collection(nameof(StreamingTests))]
public sealed class StreamingTests
{
    private const int Rows = 1_000_000;
    private const int Between = 100_000;

    /// <summary>A hundredth of what the rows take when they are all there.</summary>
    private const long MostGrowth = 4 << 20;

    [Fact]
    public async Task A_report_of_a_million_rows_takes_no_more_memory_than_one_of_a_hundred_thousand()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry())], PeopleReportTests.Bill(1m, 1000));
        var live = new List<long>();
        using var output = new CountingStream();
        IReportWriter[] formats = [new PeopleReport(month.Head, new(month.Statement, ManyAsync(month.Rows[0], Between, null)), output), new FocusReport(month.Head, output), new JsonReport(month.Head, output)];

        await formats.WriteAsync(ManyAsync(month.Rows[0], Rows, () => live.Add(GC.GetTotalMemory(forceFullCollection: true))), default);

        Assert.Equal(Rows / Between, live.Count);
        Assert.True(live.Max() - live[0] < MostGrowth, $"Live bytes: {string.Join(", ", live)}");
        Assert.True(output.Bytes > Rows * 500L);
    }

    /// <summary>As they come from the ledger: 100 publishers, each with the same few shares and receivers over and over.</summary>
    private static async IAsyncEnumerable<ReportRow> ManyAsync(ReportRow row, int count, Action? now)
    {
        await Task.CompletedTask;
        for (var n = 0; n < count; n++)
        {
            if (n % Between == Between - 1) now?.Invoke();
            var key = row.Key with { Dataset = Some.DatasetId(n), Share = Some.ShareId(n % 7), Day = new DateOnly(2026, 11, (n % 10_000 / 334) + 1) };
            yield return row with { Key = key, Publisher = row.Publisher with { Id = ProjectId.From(new Guid($"0197a000-0000-7000-8000-{n / 10_000:x12}")) }, Amount = EgressAmount.Served(n) };
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Bytes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
