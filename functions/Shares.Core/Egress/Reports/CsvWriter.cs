using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shares.Core.Egress.Reports;

/// <summary>
/// Writes rows of comma-separated values (RFC 4180) in UTF-8, one after the other. Memory does not depend on how many there are. Not safe for
/// concurrent use.
/// </summary>
/// <param name="output">Stays open; has all of it after <see cref="FlushAsync"/>.</param>
public sealed class CsvWriter(Stream output)
{
    private const int BufferedBytes = 1 << 16;
    private const int LongestNumber = 64;

    private readonly ArrayBufferWriter<byte> _buffer = new(BufferedBytes * 2);
    private bool _isWithinRow;

    /// <summary>Tells Excel, before anything else is written, that what follows is UTF-8; other programs skip it.</summary>
    public CsvWriter ByteOrderMark()
    {
        _buffer.Write("\uFEFF"u8);
        return this;
    }

    public CsvWriter Empty()
    {
        if (_isWithinRow) _buffer.Write(","u8);
        _isWithinRow = true;
        return this;
    }

    /// <summary>
    /// A text, whoever wrote it. One that a spreadsheet would run as a formula gets an apostrophe in front, by <see cref="CsvText"/>.
    /// </summary>
    public CsvWriter Text(string? text)
    {
        Empty();
        Encoding.UTF8.GetBytes(CsvText.Cell(text ?? ""), _buffer);
        return this;
    }

    /// <summary>All digits there are, with a point and without grouping.</summary>
    public CsvWriter Number(decimal number)
    {
        Empty();
        if (!number.TryFormat(_buffer.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"A number has at most {LongestNumber} characters.");
        _buffer.Advance(written);
        return this;
    }

    public CsvWriter Number(decimal? number) => number is { } known ? Number(known) : Empty();

    public ValueTask EndRowAsync(CancellationToken ct)
    {
        _buffer.Write("\r\n"u8);
        _isWithinRow = false;
        return _buffer.WrittenCount >= BufferedBytes ? FlushAsync(ct) : ValueTask.CompletedTask;
    }

    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await output.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }
}
