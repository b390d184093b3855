using System.Globalization;
using System.Text;
using CsCheck;
using Shares.Core.Egress.Reports;
using CsvReader = CsvHelper.CsvReader;
using CsvReaderOptions = CsvHelper.CsvReaderOptions;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>Read back with a second library.</summary>
public sealed class CsvWriterTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Some.OneOf("", " ", "\"", "\"\"", ",", "\r\n", "\n", "\r", "a,b", "say \"hi\"", "Zellkerne – größer", "細胞", "خلايا", "🧬", "  padded  ", "a;b", "a\tb"),
        Gen.String[Gen.Char["\",;=+-@'\t\r\n aä細"], 0, 8]).Select(WithoutLoneSurrogates);

    [Fact]
    public void Every_text_comes_back_as_it_was_but_for_the_apostrophe_of_a_formula() =>
        AnyText.Array[1, 6].List[1, 5].Sample(
            rows =>
            {
                Assert.Equal(rows.Select(row => row.Select(Harmless)), Read(Write(rows)));
            },
            iter: 1_000);

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\";\"here\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("\uFF1D1+1")]
    public void A_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string text) =>
        Assert.Equal("'" + text, Read(Write([[text, "x"]])).Single()[0]);

    [Theory]
    [InlineData("a=b")]
    [InlineData("T cells, run 7")]
    [InlineData("'quoted'")]
    [InlineData("2026-11")]
    public void Other_texts_stay_as_they_are(string text) => Assert.Equal(text, Read(Write([[text, "x"]])).Single()[0]);

    [Fact]
    public void Rows_end_as_RFC_4180_says_and_only_what_needs_quotes_has_them() =>
        Assert.Equal("a,\"b,c\",\"d\"\"e\",\r\n\"f\r\ng\",h\r\n", Write([["a", "b,c", "d\"e", ""], ["f\r\ng", "h"]]));

    [Fact]
    public async Task Numbers_keep_every_digit_and_are_never_taken_for_formulas()
    {
        decimal[] numbers = [0m, 0.0000000001m, -12.50m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1_234_567.89m];
        using var output = new MemoryStream();
        var csv = new CsvWriter(output);
        foreach (var number in numbers) csv.Number(number);
        await csv.Number(null).EndRowAsync(default);
        await csv.FlushAsync(default);

        var cells = Read(Encoding.UTF8.GetString(output.ToArray())).Single();

        Assert.Equal([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)), ""], cells);
    }

    internal static string Write(IEnumerable<string[]> rows)
    {
        using var output = new MemoryStream();
        var csv = new CsvWriter(output);
        foreach (var row in rows)
        {
            foreach (var cell in row) csv.Text(cell);
            csv.EndRowAsync(default).AsTask().GetAwaiter().GetResult();
        }

        csv.FlushAsync(default).AsTask().GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    internal static IReadOnlyList<string[]> Read(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false, SkipEmptyLines = false });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return rows;
    }

    /// <summary>The rule once more, as a person would say it.</summary>
    private static string Harmless(string text)
    {
        var first = text.TrimStart().FirstOrDefault();
        var starts = text.Length > 0 && text[0] is '\t' or '\r' or '\n' || first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return text.Length > 0 && starts ? "'" + text : text;
    }

    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
