namespace Shares.Core.Egress.Costs;

/// <summary>A step of a price that falls with what a month takes.</summary>
/// <param name="UpTo">Where the step ends, counted from the first byte that is not free; null for the last one.</param>
public readonly record struct PriceTier(ByteCount? UpTo, decimal PerGigabyte);

/// <summary>What one month's transfer of an account costs: the first bytes are free, the rest goes through the tiers in order.</summary>
public sealed record TransferTariff
{
    /// <summary>AWS charges by GB of 2^30 bytes.</summary>
    public const long BytesPerGigabyte = 1L << 30;

    /// <param name="tiers">At least one; their ends ascend, and the last one alone has none.</param>
    public TransferTariff(Currency currency, ByteCount free, IReadOnlyList<PriceTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        for (var n = 0; n < tiers.Count - 1; n++)
        {
            if (tiers[n].UpTo is not { } end || end.Value <= (n == 0 ? 0 : tiers[n - 1].UpTo!.Value.Value)) throw new ArgumentException("The ends of tiers ascend.", nameof(tiers));
        }

        if (tiers is not [.., { UpTo: null }]) throw new ArgumentException("The last tier has no end.", nameof(tiers));
        if (tiers.Any(tier => tier.PerGigabyte < 0)) throw new ArgumentException("A price is negative.", nameof(tiers));
        (Currency, Free, Tiers) = (currency, free, tiers);
    }

    public Currency Currency { get; }

    /// <summary>Bytes a month that cost nothing; the tiers begin after them.</summary>
    public ByteCount Free { get; }

    public IReadOnlyList<PriceTier> Tiers { get; }

    /// <summary>What these bytes of one month cost in all.</summary>
    public Money CostOf(ByteCount bytes)
    {
        var amount = 0m;
        var (paid, start) = (Math.Max(0, bytes.Value - Free.Value), 0L);
        foreach (var tier in Tiers)
        {
            var end = Math.Min(paid, tier.UpTo?.Value ?? long.MaxValue);
            if (end > start) amount += (end - start) * tier.PerGigabyte / BytesPerGigabyte;
            start = Math.Max(start, end);
        }

        return new(amount, Currency);
    }

    /// <summary>Of a GB on the average of these bytes of one month; nothing while they are free.</summary>
    public Money EffectiveRateOf(ByteCount bytes) => bytes.Value == 0
        ? Money.Zero(Currency)
        : new(CostOf(bytes).Amount * BytesPerGigabyte / bytes.Value, Currency);

    /// <summary>What bytes cost at the price of the first tier, as if none were free and no month took more.</summary>
    public Money ListCostOf(ByteCount bytes) => new(bytes.Value * Tiers[0].PerGigabyte / BytesPerGigabyte, Currency);
}
