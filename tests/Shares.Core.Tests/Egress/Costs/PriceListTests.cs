using System.Globalization;
using System.Text;
using System.Text.Json;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class PriceListTests
{
    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Folder(), "*.json").Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_price_file_is_of_the_Region_it_is_named_after(string file)
    {
        var prices = PriceList.Parse(File.ReadAllBytes(Path.Combine(Folder(), file)));

        Assert.Equal(Path.GetFileNameWithoutExtension(file), prices.Region);
        Assert.True(DateOnly.TryParseExact(prices.Version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.True(prices.InternetEgress.ListCostOf(new ByteCount(1)).Amount > 0);
    }

    [Fact]
    public void A_price_list_says_what_is_free_and_what_each_tier_costs()
    {
        var tariff = Parse("""[{ "upToGigabytes": 10, "pricePerGigabyte": 0.09 }, { "pricePerGigabyte": 0.05 }]""").InternetEgress;

        Assert.Equal(new ByteCount(100L << 30), tariff.Free);
        Assert.Equal([new PriceTier(new ByteCount(10L << 30), 0.09m), new PriceTier(null, 0.05m)], tariff.Tiers);
        Assert.Equal(new Money(92.16m, Currency.Usd), tariff.ListCostOf(new ByteCount(1L << 40)));
    }

    [Fact]
    public void Bytes_to_another_Region_have_one_price_and_those_within_the_Region_none()
    {
        var prices = Parse("""[{ "pricePerGigabyte": 0.09 }]""");

        Assert.Equal(new Money(20.48m, Currency.Usd), prices.TariffOf(TransferZone.CrossRegion)!.CostOf(new ByteCount(1L << 40)));
        Assert.Same(prices.InternetEgress, prices.TariffOf(TransferZone.Internet));
        Assert.Null(prices.TariffOf(TransferZone.SameRegion));
        Assert.Throws<JsonException>(() => Parse("""[{ "pricePerGigabyte": 0.09 }]""", crossRegion: "-0.02"));
    }

    [Theory]
    [InlineData("no tiers", "[]")]
    [InlineData("an end of the last tier", """[{ "upToGigabytes": 1, "pricePerGigabyte": 1 }]""")]
    [InlineData("an open tier that is not the last", """[{ "pricePerGigabyte": 1 }, { "pricePerGigabyte": 2 }]""")]
    [InlineData("tiers that descend", """[{ "upToGigabytes": 2, "pricePerGigabyte": 1 }, { "upToGigabytes": 1, "pricePerGigabyte": 1 }, { "pricePerGigabyte": 1 }]""")]
    [InlineData("a negative price", """[{ "pricePerGigabyte": -1 }]""")]
    [InlineData("more bytes than there are", """[{ "upToGigabytes": 9000000000, "pricePerGigabyte": 1 }, { "pricePerGigabyte": 1 }]""")]
    [InlineData("a tier without a price", """[{ "upToGigabytes": 1 }, { "pricePerGigabyte": 1 }]""")]
    [InlineData("a misspelt member", """[{ "upToGigabyte": 1, "pricePerGigabyte": 1 }, { "pricePerGigabyte": 1 }]""")]
    public void A_price_list_that_cannot_be_right_is_refused(string what, string tiers)
    {
        var exception = Record.Exception(() => Parse(tiers));
        Assert.True(exception is JsonException, what);
    }

    private static PriceList Parse(string tiers, string crossRegion = "0.02") => PriceList.Parse(Encoding.UTF8.GetBytes(
        $$"""{ "region": "us-east-1", "version": "2025-11-01", "currency": "USD", "internetEgress": { "freeGigabytesPerMonth": 100, "tiersPerMonth": {{tiers}} }, "crossRegionEgress": { "pricePerGigabyte": {{crossRegion}} } }"""));

    internal static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shares.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "infra", "prices");
    }
}
