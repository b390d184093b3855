using CsCheck;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class TransferTariffTests
{
    private const long Gb = TransferTariff.BytesPerGigabyte;

    /// <summary>100 GB free, then 9 cents up to 10 TB, 8.5 cents for the next 40, 7 cents beyond.</summary>
    private static readonly TransferTariff Tariff = new(
        Currency.Usd, new(100 * Gb), [new(new(10_240 * Gb), 0.09m), new(new(51_200 * Gb), 0.085m), new(null, 0.07m)]);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(100, "0")]
    [InlineData(101, "0.09")]
    [InlineData(100 + 10_240, "921.60")]
    [InlineData(100 + 10_241, "921.685")]
    [InlineData(100 + 51_200, "4403.20")]
    [InlineData(100 + 51_201, "4403.27")]
    public void Each_tier_is_paid_from_its_border_on(long gigabytes, string dollars) =>
        Assert.Equal(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture), Tariff.CostOf(new(gigabytes * Gb)).Amount);

    [Fact]
    public void The_first_byte_that_is_not_free_costs_its_part_of_a_GB()
    {
        Assert.Equal(0, Tariff.CostOf(new((100 * Gb) - 1)).Amount);
        Assert.Equal(0.09m / Gb, Tariff.CostOf(new((100 * Gb) + 1)).Amount);
    }

    [Fact]
    public void More_never_costs_less_and_a_GB_more_never_over_the_list_price() =>
        Gen.Select(Gen.Long[0, 100_000 * Gb], Gen.Long[0, 100_000 * Gb]).Sample((bytes, more) =>
        {
            var added = Tariff.CostOf(new(bytes + more)) - Tariff.CostOf(new(bytes));
            return added.Amount >= 0 && added.Amount <= Tariff.ListCostOf(new(more)).Amount + 0.000000000001m;
        });

    [Fact]
    public void The_effective_rate_is_what_a_GB_costs_on_the_average()
    {
        Assert.Equal(0, Tariff.EffectiveRateOf(new(0)).Amount);
        Assert.Equal(0, Tariff.EffectiveRateOf(new(50 * Gb)).Amount);
        Assert.Equal(0.045m, Tariff.EffectiveRateOf(new(200 * Gb)).Amount);
    }

    [Fact]
    public void A_tariff_whose_tiers_do_not_ascend_to_an_open_end_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TransferTariff(Currency.Usd, new(0), []));
        Assert.Throws<ArgumentException>(() => new TransferTariff(Currency.Usd, new(0), [new(new(5), 0.1m)]));
        Assert.Throws<ArgumentException>(() => new TransferTariff(Currency.Usd, new(0), [new(null, 0.1m), new(null, 0.1m)]));
        Assert.Throws<ArgumentException>(() => new TransferTariff(Currency.Usd, new(0), [new(new(5), 0.1m), new(new(5), 0.1m), new(null, 0.1m)]));
        Assert.Throws<ArgumentException>(() => new TransferTariff(Currency.Usd, new(0), [new(null, -0.1m)]));
    }
}
