using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Web.Errors;
using Shares.Web.Paging;

namespace Shares.Api.GetEgressReport;

/// <summary>Pages of a report that has one JSON object a line. A position is the byte after the last line, and the ETag of the report.</summary>
internal static class ReportLines
{
    /// <summary>Read at once: more than a page holds, and than any line has.</summary>
    private const int MostBytes = 5_000_000;

    public static async Task<IResult> PageAsync(HttpRequest request, PageRequest page, StatementObject file, ReportFiles files, CancellationToken ct)
    {
        var (start, etag) = page.After is { } position ? Parse(position) : (0, null);
        if (!(await files.OpenAsync(file, start, MostBytes, etag, ct)).Succeeded(out var stored, out var failure)) return Problems.From(failure);
        using var data = new JsonPage<ReportLine>(ApiJson.Default.ReportLine, page.Limit ?? PageRequest.MaxLimit);
        if (stored is null) return data.ToObject("");
        using (stored) start += await AddLinesAsync(stored.Body, data, ct);
        return data.ToObject(PageRequest.NextToken(request, start < stored.Size ? string.Create(CultureInfo.InvariantCulture, $"{start}@{stored.ETag}") : null));
    }

    private static (long Start, string ETag) Parse(string position)
    {
        var parts = position.Split('@', 2);
        return (long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), parts[1]);
    }

    /// <returns>How many bytes the lines have that were added. What follows of a line whose end was not read is left for the next page.</returns>
    private static async Task<long> AddLinesAsync(Stream body, JsonPage<ReportLine> data, CancellationToken ct)
    {
        var reader = PipeReader.Create(body);
        var added = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var rest = read.Buffer;
            while (!data.IsFull && TryTakeLine(ref rest, out var line)) data.Add(line);
            added += read.Buffer.Length - rest.Length;
            if (data.IsFull || read.IsCompleted) return added;
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, out ReportLine line)
    {
        var text = new SequenceReader<byte>(rest);
        var isWhole = text.TryReadTo(out ReadOnlySequence<byte> bytes, (byte)'\n');
        if (isWhole) rest = text.UnreadSequence;
        var json = new Utf8JsonReader(bytes);
        line = isWhole ? JsonSerializer.Deserialize(ref json, ApiJson.Default.ReportLine)! : null!;
        return isWhole;
    }
}
