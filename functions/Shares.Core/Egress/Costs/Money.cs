using System.Globalization;

namespace Shares.Core.Egress.Costs;

/// <summary>
/// An amount in one currency, exact to the last of its decimals: nothing here rounds. Negative amounts are credits and corrections.
/// </summary>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => Add(left, right);

    public static Money operator -(Money left, Money right) => Subtract(left, right);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum has more than 28 digits before the point.</exception>
    public static Money Add(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    /// <inheritdoc cref="Add"/>
    public static Money Subtract(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency));

    /// <summary>As it is, with a point and without grouping: <c>0.0123456789 USD</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private decimal In(Currency currency) => Currency == currency
        ? Amount
        : throw new InvalidOperationException($"An amount in {Currency} is not one in {currency}.");
}
