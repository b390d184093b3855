using Shares.Core.Egress.Costs;

namespace Shares.Core.Tests.Egress.Costs;

public sealed class MoneyTests
{
    private static readonly Currency Euro = Currency.Parse("EUR");

    [Fact]
    public void Amounts_keep_every_decimal()
    {
        var sum = new Money(0.0123456789m, Currency.Usd) + new Money(0.0000000001m, Currency.Usd);
        Assert.Equal("0.0123456790 USD", sum.ToString());
    }

    [Fact]
    public void Credits_are_negative() =>
        Assert.Equal(-3.5m, (new Money(1.5m, Currency.Usd) - new Money(5m, Currency.Usd)).Amount);

    [Fact]
    public void Amounts_of_two_currencies_are_never_added_or_compared()
    {
        var (dollar, euro) = (new Money(1, Currency.Usd), new Money(1, Euro));
        Assert.Throws<InvalidOperationException>(() => dollar + euro);
        Assert.Throws<InvalidOperationException>(() => dollar - euro);
        Assert.Throws<InvalidOperationException>(() => dollar < euro);
        Assert.NotEqual(dollar, euro);
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("USDT")]
    [InlineData("U$D")]
    [InlineData("ÄÖÜ")]
    [InlineData("")]
    [InlineData(null)]
    public void A_currency_is_three_upper_case_letters(string? code) => Assert.False(Currency.TryParse(code, out _));
}
