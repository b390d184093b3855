using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Pricing;

namespace Shares.Api.PreviewShare;

/// <summary>What a share would hold. With it come a page of the datasets, <c>data</c> and <c>nextToken</c>; further pages have those two alone.</summary>
internal sealed record PreviewAnswer
{
    public required long Count { get; init; }
    public required long Bytes { get; init; }
    public required long Files { get; init; }

    /// <summary>False when there was more to look at than one request may: the numbers above, and the cost, are then at least so many.</summary>
    public required bool IsExact { get; init; }

    /// <summary>What the edit brings into the share; everything, for a new one.</summary>
    public required PreviewChange Adds { get; init; }
    public required PreviewChange Removes { get; init; }

    /// <summary>Absent when this deployment has no prices for its Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required PreviewCost? Cost { get; init; }
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
    public static PreviewCost Of(ByteCount bytes, int subscribers, PriceList prices) => new(
        prices.Currency,
        prices.Region,
        prices.Version,
        prices.ListPricePerGigabyte,
        subscribers,
        prices.ListCost(bytes),
        prices.ListCost(bytes) * subscribers);
}
