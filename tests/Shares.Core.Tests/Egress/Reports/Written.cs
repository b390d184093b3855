using System.Text;
using Shares.Core.Egress.Reports;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>Reports as somebody else's programs read them.</summary>
internal static class Written
{
    public static Task<string> PeopleAsync(MadeUpMonth month, MadeUpMonth? lastMonth = null) => AsTextAsync(output =>
        new PeopleReport(month.Head, lastMonth is null ? null : new(lastMonth.Statement, lastMonth.Rows.ToAsyncEnumerable()), output), month);

    public static Task<string> FocusAsync(MadeUpMonth month, ReportHead? head = null) => AsTextAsync(output => new FocusReport(head ?? month.Head, output), month);

    public static Task<string> JsonAsync(MadeUpMonth month) => AsTextAsync(output => new JsonReport(month.Head, output), month);

    /// <summary>Rows by the names of their columns.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Table(string csv)
    {
        var rows = CsvWriterTests.Read(csv.TrimStart('\uFEFF'));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static async Task<string> AsTextAsync(Func<Stream, IReportWriter> format, MadeUpMonth month)
    {
        using var output = new MemoryStream();
        await ((IReportWriter[])[format(output)]).WriteAsync(month.Rows.ToAsyncEnumerable(), default);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
