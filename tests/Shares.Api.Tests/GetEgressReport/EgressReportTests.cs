using System.Text.Json;
using Shares.Api.Tests.Description;
using Shares.Api.Tests.Running;
using Shares.Core.Egress.Costs;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.GetEgressReport;

public sealed class EgressReportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int MostBytes = 5_000_000;

    private static int _months;

    private readonly MadeUpReport _report = new(BillingPeriod.Of(new DateOnly(2020, 1, 1).AddMonths(Interlocked.Increment(ref _months))));

    [Theory]
    [InlineData("csv", "egress-{0}.csv")]
    [InlineData("focus", "egress-{0}-focus.csv")]
    public async Task A_file_is_given_as_it_was_written(string format, string name)
    {
        await _report.PutAsync(api);

        var answer = await GetAsync($"format={format}");

        Assert.Equal(api.Reports.Text(format == "csv" ? _report.CsvKey : _report.FocusKey), answer.Text);
        Assert.StartsWith("text/csv", answer.Headers["content-type"], StringComparison.Ordinal);
        Assert.Contains(string.Format(null, name, _report.Period), answer.Headers["content-disposition"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_have_every_line_once(int limit)
    {
        await _report.PutAsync(api);
        var lines = new List<string>();
        for (var token = ""; ;)
        {
            var page = (await GetAsync($"limit={limit}&nextToken={token}")).Json;
            lines.AddRange(page.GetProperty("data").EnumerateArray().Select(line => JsonSerializer.Serialize(line)));
            token = page.GetProperty("nextToken").GetString()!;
            if (token.Length == 0) break;
            Assert.True(page.GetProperty("data").GetArrayLength() == limit);
        }

        var written = api.Reports.Text(_report.RowsKey).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(written.Select(line => JsonSerializer.Serialize(JsonDocument.Parse(line).RootElement)), lines);
        Assert.Equal(_report.Rows + 1, lines.Count);
    }

    [Fact]
    public async Task A_long_report_is_paged_within_what_a_page_may_have()
    {
        var report = _report with { Rows = 20_000 };
        await report.PutAsync(api);
        var (count, pages) = (0, 0);
        for (var token = ""; pages == 0 || token.Length > 0; pages++)
        {
            var page = (await GetAsync($"nextToken={token}")).Json;
            count += page.GetProperty("data").GetArrayLength();
            token = page.GetProperty("nextToken").GetString()!;
        }

        Assert.Equal((20_001, 21), (count, pages));
    }

    [Fact]
    public async Task A_report_that_is_made_anew_is_not_mixed_with_the_one_before()
    {
        await _report.PutAsync(api);
        var token = (await GetAsync("limit=2")).Json.GetProperty("nextToken").GetString();
        Assert.Equal(200, (await GetAsync($"limit=2&nextToken={token}")).StatusCode);

        await (_report with { Rows = 7 }).PutAsync(api);

        (await GetAsync($"limit=2&nextToken={token}")).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Fact]
    public async Task A_file_of_more_than_5_MB_is_fetched_from_storage_at_an_address_that_nobody_logs()
    {
        await _report.PutAsync(api);
        api.Reports.Put(_report.CsvKey, new string('a', MostBytes + 1));

        var address = Redirected(await GetAsync("format=csv"));

        Assert.Contains("X-Amz-Signature=", address, StringComparison.Ordinal);
        Assert.Contains("X-Amz-Expires=900", address, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(MostBytes + 1, (await http.GetStringAsync(address)).Length);
        Assert.DoesNotContain("X-Amz-Signature", api.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", false)]
    [InlineData("\"", true)]
    [InlineData("🧬", true)]
    public async Task What_Lambda_cannot_answer_with_is_fetched_from_storage_too(string text, bool isRedirected)
    {
        await _report.PutAsync(api);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(text);
        api.Reports.Put(_report.CsvKey, string.Concat(Enumerable.Repeat(text, MostBytes / bytes)));

        Assert.Equal(isRedirected ? 302 : 200, (await GetAsync("format=csv")).StatusCode);
    }

    [Fact]
    public async Task A_month_without_downloads_is_empty_and_not_an_error()
    {
        await _report.PutAsync(api);
        api.Reports.Put(_report.RowsKey, "");

        Assert.Equal("""{"data":[],"nextToken":""}""", (await GetAsync("")).Text);
    }

    [Fact]
    public async Task A_month_without_a_report_is_not_there() => (await GetAsync("")).Refuses(404, "NOT_FOUND");

    [Fact]
    public async Task Storage_that_is_away_is_a_503()
    {
        await _report.PutAsync(api);
        api.Reports.IsAway = true;
        try
        {
            foreach (var format in new[] { "json", "csv", "focus" }) (await GetAsync($"format={format}")).Refuses(503, "STORE_UNAVAILABLE");
        }
        finally
        {
            api.Reports.IsAway = false;
        }
    }

    [Fact]
    public async Task A_role_of_another_account_with_the_name_of_finance_s_is_refused()
    {
        var request = Actors.Request("finance-role", "GET", "/reports/egress/periods", null);

        (await api.SendAsync(request with { IamArn = "arn:aws:sts::999999999999:assumed-role/finance-role/session" })).Refuses(403, "ROLE_TOO_LOW");
    }

    private Task<HttpApiAnswer> GetAsync(string query) => api.GetAsync("finance", "/reports/egress", $"period={_report.Period}&{query}");

    private static string Redirected(HttpApiAnswer answer)
    {
        Assert.Equal((302, ""), (answer.StatusCode, answer.Text));
        return answer.Headers["location"];
    }
}
