using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Shares.Local.CostExplorer;
using Shares.Local.Identity;
using Shares.Local.Tests.Aws;
using Shares.Local.Tests.Trail;
using Shares.Local.Transfers;

namespace Shares.Local.Tests.CostExplorer;

/// <summary>Each test has an account of its own, and looks at the month before this one.</summary>
public sealed class CostExplorerTests : IAsyncLifetime
{
    private const string EuropeanAddress = "34.240.0.9", AmericanAddress = "3.80.0.9";
    private const long Gigabyte = 1L << 30;

    private readonly LocalAwsHost _aws = new();

    public async ValueTask InitializeAsync() => await _aws.InitializeAsync();

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    private DateOnly Month => new DateOnly(Now.Year, Now.Month, 1).AddMonths(-1);

    private DateTimeOffset Now => _aws.Time.GetUtcNow();

    [Fact]
    public async Task A_month_costs_what_was_served_through_the_tiers_and_a_little_that_no_trail_tells_of()
    {
        Serve((1, 10_390 * Gigabyte, "203.0.113.7"), (2, 10 * Gigabyte, EuropeanAddress), (3, 50 * Gigabyte, AmericanAddress));
        var answer = await AskAsync(Question("MONTHLY"));
        var untold = (decimal)Bill.UntoldBytes * DateTime.DaysInMonth(Month.Year, Month.Month) / Gigabyte;
        Assert.Equal(
            [
                ("DataTransfer-Out-Bytes", 10_390 + untold, Math.Round((10_240 * 0.09m) + ((50 + untold) * 0.085m), 10)),
                ("USE1-EUW1-AWS-Out-Bytes", 10, 0.20m),
            ],
            Groups(answer["ResultsByTime"]![0]!));
    }

    [Fact]
    public async Task Days_cost_what_they_add_to_the_month()
    {
        Serve((1, 100 * Gigabyte, "203.0.113.7"), (3, 20 * Gigabyte, "203.0.113.7"));
        var days = (await AskAsync(Question("DAILY")))["ResultsByTime"]!.AsArray();
        Assert.Equal(DateTime.DaysInMonth(Month.Year, Month.Month), days.Count);
        var cost = days.Select(day => Groups(day!).Sum(group => group.Cost)).ToList();
        Assert.InRange(cost[0], 0, 0.001m);
        Assert.InRange(cost[2], 20 * 0.09m, (20 * 0.09m) + 0.001m);
        Assert.Equal(Groups((await AskAsync(Question("MONTHLY")))["ResultsByTime"]![0]!).Sum(group => group.Cost), cost.Sum(), 8);
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(73, false)]
    public void A_bill_is_estimated_until_three_days_after_its_month(int hours, bool expected)
    {
        var end = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var bill = new Bill(_aws.Service<TransferLog>(), _aws.Service<PriceTiers>(), new FakeTimeProvider(end.AddHours(hours)));
        Assert.Equal(expected, bill.IsEstimated(new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public async Task A_month_in_which_nothing_was_served_has_no_lines() =>
        Assert.Empty(Groups((await AskAsync(Question("MONTHLY")))["ResultsByTime"]![0]!));

    [Fact]
    public async Task Pages_together_are_the_whole_answer()
    {
        Serve((1, Gigabyte, "203.0.113.7"));
        var question = Question("DAILY");
        question["Filter"] = null;
        var pages = new List<JsonNode>();
        do
        {
            pages.Add(await AskAsync(question));
            question["NextPageToken"] = (string?)pages[^1]["NextPageToken"];
        }
        while (question["NextPageToken"] is not null);

        var days = pages.SelectMany(page => page["ResultsByTime"]!.AsArray()).Select(day => (string?)day!["TimePeriod"]!["Start"]).ToList();
        Assert.Equal(days.Distinct(), days);
        Assert.Equal(DateTime.DaysInMonth(Month.Year, Month.Month), days.Count);
        // Three lines a day.
        Assert.InRange(pages.Count, 1, 2);
    }

    [Fact]
    public async Task Who_may_not_or_asks_wrongly_is_told_so()
    {
        var stranger = _aws.Session("reader", """[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]""");
        Assert.Equal("AccessDeniedException", (string?)(await AskAsync(Question("MONTHLY"), stranger))["__type"]);
        Assert.Equal("ValidationException", (string?)(await AskAsync(Question("WEEKLY")))["__type"]);
        var old = Question("MONTHLY");
        old["TimePeriod"]!["Start"] = "2020-01-01";
        Assert.Equal("ValidationException", (string?)(await AskAsync(old))["__type"]);
    }

    private void Serve(params (int Day, long Bytes, string Address)[] served)
    {
        foreach (var (day, bytes, address) in served)
        {
            var at = new DateTimeOffset(Month.AddDays(day - 1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            _aws.Service<TransferLog>().Add(Requests.Download("x", bytes, at, address));
        }
    }

    private JsonObject Question(string granularity) => new()
    {
        ["TimePeriod"] = new JsonObject { ["Start"] = Text(Month), ["End"] = Text(Month.AddMonths(1)) },
        ["Granularity"] = granularity,
        ["Metrics"] = new JsonArray("UnblendedCost", "UsageQuantity"),
        ["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = "USAGE_TYPE" }),
        ["Filter"] = new JsonObject
        {
            ["And"] = new JsonArray(
                Dimension("SERVICE", "Amazon Simple Storage Service"), Dimension("REGION", LocalAccount.Region),
                Dimension("USAGE_TYPE", UsageTypes.Internet, UsageTypes.OtherRegion)),
        },
    };

    private static JsonObject Dimension(string key, params string[] values) => new()
    {
        ["Dimensions"] = new JsonObject { ["Key"] = key, ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) },
    };

    private Task<JsonNode> AskAsync(JsonObject question, Credential? credential = null) =>
        _aws.JsonAsync(credential ?? _aws.Admin, "ce", "AWSInsightsIndexService.GetCostAndUsage", question);

    private static List<(string UsageType, decimal Gigabytes, decimal Cost)> Groups(JsonNode result) =>
        [.. result["Groups"]!.AsArray().Select(group => ((string)group!["Keys"]![0]!, Amount(group, "UsageQuantity"), Amount(group, "UnblendedCost")))];

    private static decimal Amount(JsonNode group, string metric) => decimal.Parse((string)group["Metrics"]![metric]!["Amount"]!, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
