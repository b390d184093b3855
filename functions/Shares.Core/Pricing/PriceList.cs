using System.Text.Json;

namespace Shares.Core.Pricing;

/// <summary>
/// What AWS asks in one Region for bytes that leave for the Internet, read from a file of <c>infra/prices</c>. A gigabyte is 2^30 bytes,
/// as on the bill. Nothing is rounded.
/// </summary>
/// <param name="Version">Since when the prices are known to hold, <c>yyyy-MM-dd</c>.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record PriceList(string Region, string Version, string Currency, InternetEgressPrices InternetEgress)
{
    private const decimal BytesPerGigabyte = 1L << 30;

    /// <summary>The price of the first tier that costs something, as if nothing were free and nothing discounted: no download costs more.</summary>
    public decimal ListPricePerGigabyte => InternetEgress.TiersPerMonth.First(tier => tier.PricePerGigabyte > 0).PricePerGigabyte;

    public decimal ListCost(ByteCount bytes) => bytes.Value / BytesPerGigabyte * ListPricePerGigabyte;

    /// <exception cref="JsonException">The file is not what it must be.</exception>
    public static PriceList Parse(ReadOnlySpan<byte> utf8)
    {
        var prices = JsonSerializer.Deserialize(utf8, PriceListJson.Default.PriceList) ?? throw new JsonException("The price list is empty.");
        var tiers = prices.InternetEgress.TiersPerMonth;
        var bounds = tiers.Select(tier => tier.UpToGigabytes ?? decimal.MaxValue).ToList();
        var ascends = bounds.Zip(bounds.Skip(1)).All(pair => pair.First < pair.Second);
        if (!ascends || tiers is not [.., { UpToGigabytes: null }]) throw new JsonException("The tiers must ascend, and only the last is open.");
        if (tiers.Any(tier => tier.PricePerGigabyte < 0) || tiers.All(tier => tier.PricePerGigabyte == 0)) throw new JsonException("The prices cannot be right.");
        return prices;
    }
}

/// <param name="FreeGigabytesPerMonth">Of the account, in all Regions together.</param>
/// <param name="TiersPerMonth">By what the account has sent in the month beyond what is free.</param>
public sealed record InternetEgressPrices(decimal FreeGigabytesPerMonth, IReadOnlyList<PriceTier> TiersPerMonth);

/// <param name="UpToGigabytes">Null for the last tier.</param>
public sealed record PriceTier(decimal PricePerGigabyte, decimal? UpToGigabytes = null);
