using System.Text.Json.Serialization;
using Shares.Api.Datasets;
using Shares.Core;
using Shares.Core.Egress.Costs;

namespace Shares.Api.PreviewShare;

/// <summary>What a share would hold. The first page has everything, further ones the datasets alone.</summary>
internal sealed record PreviewAnswer
{
    public required IReadOnlyList<DatasetAnswer> Data { get; init; }

    /// <summary>Empty on the last page.</summary>
    public required string NextToken { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Count { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Files { get; init; }

    /// <summary>False when there was more to look at than one request may: the numbers above, and the cost, are then at least so much.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsExact { get; init; }

    /// <summary>What the edit brings into the share; everything, for a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewChange? Adds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewChange? Removes { get; init; }

    /// <summary>Absent also when this deployment has no prices for its Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewCost? Cost { get; init; }
}

/// <summary>What comes or goes.</summary>
internal sealed record PreviewChange(ChangedDatasets Datasets, IReadOnlyList<NamedItem> Projects);

/// <param name="IsExact">As of the whole preview, but for this count.</param>
/// <param name="Items">The first 100 by id.</param>
internal sealed record ChangedDatasets(long Count, bool IsExact, IReadOnlyList<NamedItem> Items);

/// <summary>What it costs the publisher when everything is downloaded once over the Internet, at the list price: not more, and less with discounts.</summary>
/// <param name="PriceVersion">Since when the prices are known to hold, <c>yyyy-MM-dd</c>.</param>
/// <param name="PricePerGigabyte">A gigabyte is 2^30 bytes.</param>
/// <param name="Subscribers">The projects that the share names.</param>
internal sealed record PreviewCost(
    string Currency, string Region, string PriceVersion, decimal PricePerGigabyte, int Subscribers, decimal PerSubscriber, decimal AllSubscribers)
{
    public static PreviewCost Of(ByteCount bytes, int subscribers, PriceList prices)
    {
        var cost = prices.InternetEgress.ListCostOf(bytes);
        return new(
            cost.Currency.ToString(),
            prices.Region,
            prices.Version,
            prices.InternetEgress.Tiers[0].PerGigabyte,
            subscribers,
            cost.Amount,
            cost.Amount * subscribers);
    }
}
