using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Shares.Core.Egress.Reports;

/// <summary>The report for programs: JSON in UTF-8, one <see cref="ReportLine"/> a line.</summary>
/// <param name="output">Stays open.</param>
public sealed class JsonReport(ReportHead head, Stream output) : IReportWriter
{
    private const int BufferedBytes = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(BufferedBytes * 2);

    public ValueTask BeginAsync(CancellationToken ct) => ValueTask.CompletedTask;

    public ValueTask AddAsync(ReportRow row, CancellationToken ct)
    {
        Add(ReportLine.Of(head, row));
        return _buffer.WrittenCount >= BufferedBytes ? FlushAsync(ct) : ValueTask.CompletedTask;
    }

    public ValueTask EndAsync(CancellationToken ct)
    {
        foreach (var part in UnattributedPart.Of(head)) Add(ReportLine.Of(head, part));
        return FlushAsync(ct);
    }

    /// <summary>The rows of a report that was written before, without what no publisher pays.</summary>
    /// <exception cref="JsonException">It was not written by us, or is cut off.</exception>
    public static async IAsyncEnumerable<ReportRow> ReadRowsAsync(Stream report, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable(report, ReportJson.Default.ReportLine, topLevelValues: true, ct))
        {
            if (line?.ToRow() is { } row) yield return row;
        }
    }

    private void Add(ReportLine line)
    {
        using (var json = new Utf8JsonWriter(_buffer)) JsonSerializer.Serialize(json, line, ReportJson.Default.ReportLine);
        _buffer.Write("\n"u8);
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        await output.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }
}
