using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shares.Core.Egress.Costs;

/// <summary>What AWS asks in one Region for bytes that leave it, read from a file of <c>infra/prices</c>.</summary>
/// <param name="Version">Since when the prices are known to hold, <c>yyyy-MM-dd</c>.</param>
/// <param name="CrossRegionEgress">To other Regions: one price, whichever they are.</param>
public sealed record PriceList(string Region, string Version, TransferTariff InternetEgress, TransferTariff CrossRegionEgress)
{
    public Currency Currency => InternetEgress.Currency;

    /// <summary>Null for what costs nothing.</summary>
    public TransferTariff? TariffOf(TransferZone zone) => zone switch
    {
        TransferZone.Internet => InternetEgress,
        TransferZone.CrossRegion => CrossRegionEgress,
        _ => null,
    };


    /// <exception cref="JsonException">The file is not what it must be.</exception>
    public static PriceList Parse(ReadOnlySpan<byte> utf8)
    {
        var file = JsonSerializer.Deserialize(utf8, PriceFileJson.Default.PriceFile) ?? throw new JsonException("The price list is empty.");
        var egress = file.InternetEgress;
        try
        {
            var tiers = egress.TiersPerMonth.Select(tier => new PriceTier(Bytes(tier.UpToGigabytes), tier.PricePerGigabyte)).ToList();
            var currency = Currency.Parse(file.Currency);
            return new(
                file.Region, file.Version,
                new TransferTariff(currency, Bytes(egress.FreeGigabytesPerMonth)!.Value, tiers),
                new TransferTariff(currency, default, [new(null, file.CrossRegionEgress.PricePerGigabyte)]));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new JsonException("The price list cannot be right.", exception);
        }
    }

    private static ByteCount? Bytes(long? gigabytes) => gigabytes is { } number ? new ByteCount(checked(number * TransferTariff.BytesPerGigabyte)) : null;
}

/// <param name="Currency">ISO 4217.</param>
internal sealed record PriceFile(string Region, string Version, string Currency, PriceFileEgress InternetEgress, PriceFileCrossRegion CrossRegionEgress);

/// <param name="FreeGigabytesPerMonth">Of the account, in all Regions together.</param>
/// <param name="TiersPerMonth">By what the account has sent in the month beyond what is free.</param>
internal sealed record PriceFileEgress(long FreeGigabytesPerMonth, IReadOnlyList<PriceFileTier> TiersPerMonth);

internal sealed record PriceFileCrossRegion(decimal PricePerGigabyte);

/// <param name="UpToGigabytes">Missing in the last tier.</param>
internal sealed record PriceFileTier(decimal PricePerGigabyte, long? UpToGigabytes = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PriceFile))]
internal sealed partial class PriceFileJson : JsonSerializerContext;
