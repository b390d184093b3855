using System.Text.Json;
using Shares.Api.Tests.Running;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Items;
using Shares.Data.Sharing;
using Shares.Data.Store;
using Shares.Testing;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.ListEgress;

public sealed class ListEgressTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const long Gigabyte = Months.Gigabyte;

    private static int _month;

    private readonly Months _months = new(api);

    /// <summary>Each test has a month of its own.</summary>
    private readonly BillingPeriod _period = BillingPeriod.Of(new DateOnly(2024, 1, 1).AddMonths(Interlocked.Increment(ref _month)));

    private World World => api.World;

    [Fact]
    public async Task Downloads_are_summed_up_by_share_with_its_name_and_what_they_cost_by_the_estimate()
    {
        var (reads, images) = (await World.ShareAsync("reads"), await World.ShareAsync("images"));
        await _months.EstimateAsync(_period, 0.09m);
        await AddAsync(3, reads, Gigabyte);
        await AddAsync(4, reads, Gigabyte);
        await AddAsync(4, images, Gigabyte, new EgressKey { Zone = TransferZone.CrossRegion });
        await AddAsync(5, images, Gigabyte, new EgressKey { Zone = TransferZone.SameRegion });

        var answer = await ListAsync("groupBy=share");

        var shares = (await api.Get<ShareStore>().FindManyAsync([reads, images], default)).Values.OrderBy(share => share.Name, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(shares.Select(share => (share.Id.ToString(), share.Name)), Groups(answer).Select(group => (Text(group, "share", "id"), Text(group, "share", "name"))));
        Assert.Equal([(2 * Gigabyte, 0.18m, "ESTIMATED")], Groups(answer).Where(group => Text(group, "share", "id") == reads.ToString()).Select(Sum));
        Assert.Equal([(2 * Gigabyte, 0.0225m, "ESTIMATED")], Groups(answer).Where(group => Text(group, "share", "id") == images.ToString()).Select(Sum));
        Assert.Equal((4 * Gigabyte, 0.2025m, "ESTIMATED"), Sum(answer.GetProperty("total")));
        Assert.Equal("USD", Text(answer, "currency"));
    }

    [Theory]
    [InlineData("day", 2)]
    [InlineData("month", 1)]
    [InlineData("subscriber", 2)]
    [InlineData("dataset", 2)]
    [InlineData("user", 3)]
    [InlineData("zone", 2)]
    [InlineData("route", 2)]
    [InlineData("day,user", 4)]
    [InlineData("user,day,user", 4)]
    [InlineData("month,share,route", 2)]
    public async Task Groups_are_by_whatever_is_asked_for(string by, int groups)
    {
        var (share, dataset) = (await World.ShareAsync("tag"), await World.DatasetAsync("tag"));
        await AddAsync(1, share, 10, new EgressKey { Principal = PrincipalId.Parse("ada"), Dataset = dataset });
        await AddAsync(2, share, 20, new EgressKey { Principal = PrincipalId.Parse("ada"), Zone = TransferZone.SameRegion });
        await AddAsync(2, share, 30, new EgressKey { Principal = PrincipalId.Parse("=1+1"), Subscriber = World.Offered });
        await AddAsync(2, share, 40, new EgressKey { Principal = PrincipalId.Parse("bob"), Route = AccessRoute.Pipeline });

        var answer = await ListAsync($"groupBy={by}");

        Assert.Equal(groups, Groups(answer).Count);
        Assert.Equal(100, Groups(answer).Sum(group => group.GetProperty("bytes").GetInt64()));
        Assert.Equal(by.Split(',').Distinct(), answer.GetProperty("groupBy").EnumerateArray().Select(name => name.GetString()));
        Assert.All(Groups(answer), group => Assert.All(by.Split(','), name => Assert.True(group.TryGetProperty(name, out _))));
    }

    [Fact]
    public async Task Of_a_closed_month_every_part_costs_its_share_of_the_bill_to_the_last_digit_whichever_days_are_asked_for()
    {
        var share = await World.ShareAsync("tag");
        for (var day = 1; day <= 7; day++) await AddAsync(day, share, 1000 + (day * 7));
        await _months.CloseAsync(_period, World.Publisher, (7 * 1000) + (28 * 7), 1.0000000001m);

        var whole = await ListAsync("groupBy=day");
        var (first, rest) = (await ListAsync("groupBy=day", 1, 3), await ListAsync("groupBy=day", 4, 28));

        Assert.Equal(1.0000000001m, Sum(whole.GetProperty("total")).Cost);
        Assert.Equal(1.0000000001m, Groups(whole).Sum(group => Sum(group).Cost));
        Assert.Equal(Groups(whole).Select(Sum), Groups(first).Concat(Groups(rest)).Select(Sum));
        Assert.All(Groups(whole), group => Assert.Equal("FINAL", Text(group, "status")));
    }

    [Fact]
    public async Task What_reaches_into_a_running_month_is_estimated_and_without_an_estimate_has_no_cost()
    {
        var share = await World.ShareAsync("tag");
        var next = _period.Next;
        _ = Interlocked.Increment(ref _month);
        await AddAsync(1, share, 1000);
        await _months.CloseAsync(_period, World.Publisher, 1000, 2);
        await _months.AddAsync(World.Publisher, next.FirstDay, share, 1000);

        var answer = await GetAsync($"from={_period.FirstDay:O}&to={next.FirstDay:O}&groupBy=month");

        Assert.Equal(["FINAL", "ESTIMATED"], Groups(answer).Select(group => Text(group, "status")));
        Assert.Equal([true, false], Groups(answer).Select(group => group.TryGetProperty("cost", out _)));
        Assert.Equal("ESTIMATED", Text(answer.GetProperty("total"), "status"));
        Assert.False(answer.GetProperty("total").TryGetProperty("cost", out _));
        Assert.Equal([true, false], answer.GetProperty("months").EnumerateArray().Select(month => month.TryGetProperty("asOf", out _)));
    }

    [Fact]
    public async Task A_project_is_told_of_what_it_publishes_alone()
    {
        await AddAsync(1, await World.ShareAsync("tag"), 1000);
        foreach (var (project, actor) in new[] { (World.Subscriber, "subscriber-owner"), (World.Subscriber, "subscriber-collaborator"), (World.Other, "other-owner") })
        {
            var answer = (await api.GetAsync(actor, $"/projects/{project}/egress", Days(1, 28))).Json;
            Assert.Empty(Groups(answer));
            Assert.Equal(0, answer.GetProperty("total").GetProperty("bytes").GetInt64());
        }
    }

    [Fact]
    public async Task A_file_has_the_groups_as_rows_that_a_spreadsheet_shows_and_does_not_run()
    {
        var share = await World.ShareAsync("tag");
        (await api.Get<ShareStore>().UpdateAsync(share, null, UserId.Parse("owner").Acting(), s => s with { Name = "=HYPERLINK(\"x\"), Ω" }, default)).ValueOrThrow();
        await _months.EstimateAsync(_period, 0.09m);
        await AddAsync(1, share, Gigabyte);
        await AddAsync(2, share, Gigabyte);

        var request = Running.Actors.Request("collaborator", "GET", $"/projects/{World.Publisher}/egress", null) with { Query = $"{Days(1, 28)}&groupBy=day,share" };
        var file = await api.SendAsync(request.WithHeader("accept", "text/csv, */*;q=0.1"));

        Assert.Equal(200, file.StatusCode);
        Assert.StartsWith("text/csv", file.Headers["content-type"], StringComparison.Ordinal);
        Assert.Contains($"egress-{_period}-01-{_period}-28.csv", file.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal(
            $"\uFEFFDay,Share,Share id,Bytes,Requests,Refused requests,Cost (USD),Status\r\n"
            + $"{_period}-01,\"'=HYPERLINK(\"\"x\"\"), Ω\",{share},{Gigabyte},1,0,0.09,ESTIMATED\r\n"
            + $"{_period}-02,\"'=HYPERLINK(\"\"x\"\"), Ω\",{share},{Gigabyte},1,0,0.09,ESTIMATED\r\n",
            file.Text);
        Assert.StartsWith("application/json", (await api.SendAsync(request.WithHeader("accept", "application/json, text/csv"))).Headers["content-type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-13-01", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("from=2026-02-02&to=2026-02-01", "from")]
    [InlineData("from=2025-01-01&to=2026-02-05", "from")]
    [InlineData("groupBy=share,price", "groupBy")]
    [InlineData("groupBy=Share", "groupBy")]
    public async Task What_cannot_be_asked_for_is_refused_by_name(string query, string field)
    {
        var answer = await api.GetAsync("owner", $"/projects/{World.Publisher}/egress", query);
        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith($"{field}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_hundred_days_are_answered_and_without_dates_it_is_this_month()
    {
        Assert.Equal(200, (await api.GetAsync("owner", $"/projects/{World.Publisher}/egress", "from=2025-01-01&to=2026-02-04")).StatusCode);
        var answer = (await api.GetAsync("owner", $"/projects/{World.Publisher}/egress")).Json;
        var today = DateOnly.FromDateTime(api.Time.GetUtcNow().UtcDateTime);
        Assert.Equal(($"{BillingPeriod.Of(today)}-01", $"{today:O}"), (Text(answer, "from"), Text(answer, "to")));
    }

    [Fact]
    public async Task More_groups_than_fit_an_answer_are_refused_with_what_to_do()
    {
        var publisher = await World.ProjectAsync("large", new Dictionary<string, Role> { ["owner"] = Role.Owner });
        var table = api.Get<Table>();
        var share = UuidId.New<ShareId>(api.Time);
        EgressKey Row(int n) => new(_period.FirstDay, share, default, default, PrincipalId.Parse($"user {n}"), default, default);
        await table.PutManyAsync(Enumerable.Range(0, 10_001).Select(n => EgressItem.KeyOf(publisher, Row(n)).ToItem().With(EgressAmount.Served(1))), default);

        var tooMany = await api.GetAsync("owner", $"/projects/{publisher}/egress", $"{Days(1, 1)}&groupBy=user");

        Assert.Equal(400, tooMany.StatusCode);
        Assert.StartsWith("groupBy: gives more than 10000 groups", tooMany.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(10_001, (await api.GetAsync("owner", $"/projects/{publisher}/egress", $"{Days(1, 1)}&groupBy=share")).Json.GetProperty("total").GetProperty("bytes").GetInt64());
    }

    private Task AddAsync(int day, ShareId share, long bytes, EgressKey like = default) =>
        _months.AddAsync(World.Publisher, _period.FirstDay.AddDays(day - 1), share, bytes, like);

    private string Days(int first, int last) => $"from={_period}-{first:00}&to={_period}-{last:00}";

    private Task<JsonElement> ListAsync(string query, int first = 1, int last = 28) => GetAsync($"{Days(first, last)}&{query}");

    private async Task<JsonElement> GetAsync(string query)
    {
        HttpApiAnswer answer = await api.GetAsync("collaborator", $"/projects/{World.Publisher}/egress", query);
        Assert.Equal(200, answer.StatusCode);
        return answer.Json;
    }

    private static List<JsonElement> Groups(JsonElement answer) => [.. answer.GetProperty("groups").EnumerateArray()];

    private static (long Bytes, decimal Cost, string Status) Sum(JsonElement sum) =>
        (sum.GetProperty("bytes").GetInt64(), sum.GetProperty("cost").GetDecimal(), Text(sum, "status"));

    private static string Text(JsonElement json, params string[] path) => path.Aggregate(json, (at, name) => at.GetProperty(name)).GetString()!;
}
