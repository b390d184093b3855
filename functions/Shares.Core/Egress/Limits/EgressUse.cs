using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Core.Egress.Limits;

/// <summary>What a share has taken of its limit in a month.</summary>
/// <param name="Bytes">Of served and refused requests, in zones that AWS charges for: what stays in the Region costs nobody anything.</param>
/// <param name="Cost">In <see cref="EgressLimit.Currency"/>, as far as it can be estimated; not rounded.</param>
public readonly record struct EgressUse(ByteCount Bytes, decimal Cost)
{
    /// <param name="zones">All bytes of the share in the month by zone.</param>
    /// <param name="estimate">
    /// Of that month, which is made some times a day. Where it does not know of as many bytes as the share has sent, or there is none yet, the share
    /// costs what its own bytes would cost an account that sends nothing else.
    /// </param>
    /// <param name="prices">Null when they are not known: without an estimate nothing costs anything.</param>
    public static EgressUse Of(IReadOnlyDictionary<TransferZone, long> zones, Statement? estimate, PriceList? prices)
    {
        ArgumentNullException.ThrowIfNull(zones);
        var charged = zones.Where(zone => zone.Key != TransferZone.SameRegion && zone.Value > 0).ToList();
        return new(new ByteCount(charged.Sum(zone => zone.Value)), charged.Sum(zone => CostOf(zone.Value, estimate?.Of(zone.Key), prices?.TariffOf(zone.Key))));
    }

    /// <summary>What the whole month takes if it goes on like this. The first day counts as a whole, so that an hour of it does not foretell a month.</summary>
    /// <param name="now">Within the month.</param>
    public EgressUse AtEndOf(BillingPeriod month, DateTimeOffset now)
    {
        var elapsed = Math.Max((now - month.Start).Ticks, TimeSpan.TicksPerDay);
        var factor = Math.Max(1, (decimal)(month.End - month.Start).Ticks / elapsed);
        return new(new ByteCount((long)Math.Min(long.MaxValue, Bytes.Value * factor)), Cost * factor);
    }

    private static decimal CostOf(long bytes, ZoneTotal? estimated, TransferTariff? tariff)
    {
        if (tariff is not null && (estimated is null || estimated.SentByAccount().Value < bytes)) return tariff.CostOf(new ByteCount(bytes)).Amount;
        return estimated is null ? 0 : MonthFigures.CostAt(estimated.RatePerGigabyte, bytes).Amount;
    }
}
