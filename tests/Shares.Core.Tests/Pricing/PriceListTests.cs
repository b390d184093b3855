using System.Globalization;
using System.Text;
using System.Text.Json;
using Shares.Core.Pricing;

namespace Shares.Core.Tests.Pricing;

public sealed class PriceListTests
{
    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "infra", "prices"), "*.json").Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_price_file_is_of_the_Region_it_is_named_after(string file)
    {
        var prices = PriceList.Parse(File.ReadAllBytes(Path.Combine(Root(), "infra", "prices", file)));

        Assert.Equal(Path.GetFileNameWithoutExtension(file), prices.Region);
        Assert.True(DateOnly.TryParseExact(prices.Version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Matches("^[A-Z]{3}$", prices.Currency);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1L << 30, "0.09")]
    [InlineData(1L << 40, "92.16")]
    [InlineData(1, "0.000000000083819031715393066")]
    public void The_list_cost_is_that_of_the_first_tier_that_costs_something_and_is_not_rounded(long bytes, string cost)
    {
        var prices = Parse("""[{ "upToGigabytes": 1, "pricePerGigabyte": 0 }, { "upToGigabytes": 10, "pricePerGigabyte": 0.09 }, { "pricePerGigabyte": 0.05 }]""");

        Assert.Equal(decimal.Parse(cost, CultureInfo.InvariantCulture), prices.ListCost(new ByteCount(bytes)), 27);
    }

    [Theory]
    [InlineData("no tiers", "[]")]
    [InlineData("an end of the last tier", """[{ "upToGigabytes": 1, "pricePerGigabyte": 1 }]""")]
    [InlineData("an open tier that is not the last", """[{ "pricePerGigabyte": 1 }, { "pricePerGigabyte": 2 }]""")]
    [InlineData("tiers that descend", """[{ "upToGigabytes": 2, "pricePerGigabyte": 1 }, { "upToGigabytes": 1, "pricePerGigabyte": 1 }, { "pricePerGigabyte": 1 }]""")]
    [InlineData("a negative price", """[{ "pricePerGigabyte": -1 }]""")]
    [InlineData("nothing that costs anything", """[{ "pricePerGigabyte": 0 }]""")]
    [InlineData("a tier without a price", """[{ "upToGigabytes": 1 }, { "pricePerGigabyte": 1 }]""")]
    [InlineData("a misspelt member", """[{ "upToGigabyte": 1, "pricePerGigabyte": 1 }, { "pricePerGigabyte": 1 }]""")]
    public void A_price_list_that_cannot_be_right_is_refused(string what, string tiers)
    {
        var exception = Record.Exception(() => Parse(tiers));
        Assert.True(exception is JsonException, what);
    }

    private static PriceList Parse(string tiers) => PriceList.Parse(Encoding.UTF8.GetBytes(
        $$"""{ "region": "us-east-1", "version": "2025-11-01", "currency": "USD", "internetEgress": { "freeGigabytesPerMonth": 100, "tiersPerMonth": {{tiers}} } }"""));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shares.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
