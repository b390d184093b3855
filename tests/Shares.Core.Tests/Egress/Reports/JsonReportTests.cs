using System.Text;
using System.Text.Json;
using CsCheck;
using Shares.Core.Egress.Reports;

namespace Shares.Core.Tests.Egress.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public async Task A_line_has_everything_that_is_known_of_a_row()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry(bytes: 750))], PeopleReportTests.Bill(1.00m, 1000));

        var lines = (await Written.JsonAsync(month)).TrimEnd('\n').Split('\n');

        Assert.Equal(
            [
                """{"day":"2026-11-03","publisher":{"id":"0197a000-0000-7000-8000-000000000000","name":"immunology-lab","costCenter":"CC-0"},"share":{"id":"0197b000-0000-7000-8000-000000000001","name":"Gr\u00F6\u00DFe, \u0022quoted\u0022"},"dataset":{"id":"0197c000-0000-7000-8000-000000000001","name":"line\r\nbreak"},"subscriber":{"id":"0197a000-0000-7000-8000-0000000000b1","name":"Gr\u00F6\u00DFe, \u0022quoted\u0022","costCenter":""},"principal":"lab-member","route":"PRESIGNED_URL","zone":"INTERNET","bytes":750,"requests":1,"refusedBytes":0,"refusedRequests":0,"cost":0.7500000000,"listCost":0.0000000628642737865447998047,"currency":"USD","status":"FINAL","isCorrection":false}""",
                """{"zone":"INTERNET","bytes":250,"requests":0,"refusedBytes":0,"refusedRequests":0,"cost":0.2500000000,"currency":"USD","status":"FINAL","isCorrection":false}""",
            ],
            lines);
    }

    [Fact]
    public void All_lines_together_are_the_bill() => MadeUpMonth.Any.Sample(month =>
    {
        var lines = Written.JsonAsync(month).GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        month.AssertAddsUp(lines.Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("cost").GetDecimal()));
    }, iter: 300);

    [Fact]
    public void Rows_that_are_read_back_are_those_that_were_written() => MadeUpMonth.Any.Sample(month =>
    {
        using var report = new MemoryStream(Encoding.UTF8.GetBytes(Written.JsonAsync(month).GetAwaiter().GetResult()));
        Assert.Equal(month.Rows, JsonReport.ReadRowsAsync(report).ToBlockingEnumerable());
    }, iter: 300);

    [Fact]
    public async Task A_report_that_was_cut_off_is_noticed()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry()), (1, MadeUpMonth.Entry())], PeopleReportTests.Bill(1.00m, 1000));
        using var report = new MemoryStream(Encoding.UTF8.GetBytes((await Written.JsonAsync(month))[..^5]));

        await Assert.ThrowsAsync<JsonException>(async () => await JsonReport.ReadRowsAsync(report).CountAsync());
    }
}
