using System.Text.Json.Nodes;

namespace Shares.Local.CostExplorer;

/// <summary>What a month's bytes to the Internet cost: the first are free, the rest goes through the steps of a file of <c>infra/prices</c>.</summary>
public sealed class PriceTiers
{
    /// <summary>AWS charges transfer by GB of 2^30 bytes.</summary>
    public const long BytesPerGigabyte = 1L << 30;

    private readonly decimal _free;
    private readonly List<(decimal UpTo, decimal Price)> _tiers;

    private PriceTiers(decimal free, List<(decimal, decimal)> tiers) => (_free, _tiers) = (free, tiers);

    public static PriceTiers Load(string file)
    {
        var egress = JsonNode.Parse(File.ReadAllText(file))!["internetEgress"]!;
        return new((decimal)egress["freeGigabytesPerMonth"]!, [.. egress["tiersPerMonth"]!.AsArray().Select(tier =>
            ((decimal?)tier!["upToGigabytes"] ?? decimal.MaxValue, (decimal)tier["pricePerGigabyte"]!))]);
    }

    /// <param name="gigabytes">Of the month so far.</param>
    public decimal CostOf(decimal gigabytes)
    {
        var (paid, from, cost) = (Math.Max(0, gigabytes - _free), 0m, 0m);
        foreach (var (upTo, price) in _tiers)
        {
            cost += Math.Max(0, Math.Min(paid, upTo) - from) * price;
            from = Math.Max(from, Math.Min(paid, upTo));
        }

        return cost;
    }
}
