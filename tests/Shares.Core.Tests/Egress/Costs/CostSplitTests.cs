using CsCheck;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class CostSplitTests
{
    private static readonly Gen<ByteCount> Bytes = Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, long.MaxValue]).Select(bytes => new ByteCount(bytes));

    private static readonly Gen<Money> Line = Gen.Select(Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Int[0, 10])
        .Select((units, scale) => new Money(units / (decimal)Math.Pow(10, scale), Currency.Usd));

    [Fact]
    public void Rows_and_unattributed_are_the_bill_to_the_last_digit_for_any_amounts() =>
        Gen.Select(Line, Bytes.List[0, 50], Bytes).Sample((line, rows, billed) =>
        {
            var split = CostSplit.Of(line, rows, billed);
            return split.Rows.Count == rows.Count && split.Rows.Aggregate(split.Unattributed, Money.Add) == line;
        }, iter: 20_000);

    [Fact]
    public void What_the_ledger_does_not_know_is_paid_by_no_row()
    {
        var split = CostSplit.Of(new(10.00m, Currency.Usd), [new(600), new(200)], new ByteCount(1000));
        Assert.Equal([6.00m, 2.00m], split.Rows.Select(row => row.Amount));
        Assert.Equal(2.00m, split.Unattributed.Amount);
    }

    [Fact]
    public void Rows_that_know_more_than_was_billed_share_the_line_and_no_more()
    {
        var split = CostSplit.Of(new(9.00m, Currency.Usd), [new(600), new(300)], new ByteCount(500));
        Assert.Equal([6.00m, 3.00m], split.Rows.Select(row => row.Amount));
        Assert.Equal(0, split.Unattributed.Amount);
    }

    [Fact]
    public void A_line_without_any_bytes_is_unattributed() =>
        Assert.Equal(new(0.07m, Currency.Usd), CostSplit.Of(new(0.07m, Currency.Usd), [new(0)], new ByteCount(0)).Unattributed);
}
