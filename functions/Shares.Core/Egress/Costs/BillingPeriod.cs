using System.Globalization;

namespace Shares.Core.Egress.Costs;

/// <summary>A month of the bill, in UTC: from <see cref="Start"/> until just before <see cref="End"/>. The default value is January of the year 1.</summary>
public readonly record struct BillingPeriod : IComparable<BillingPeriod>
{
    private const string Format = "yyyy-MM";

    private readonly int _months;

    private BillingPeriod(int months) => _months = months;

    public DateOnly FirstDay => new((_months / 12) + 1, (_months % 12) + 1, 1);

    /// <summary>The first day that is no longer part of it.</summary>
    public DateOnly EndDay => FirstDay.AddMonths(1);

    public DateTimeOffset Start => new(FirstDay, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The first moment that is no longer part of it.</summary>
    public DateTimeOffset End => new(EndDay, TimeOnly.MinValue, TimeSpan.Zero);

    public BillingPeriod Next => new(_months + 1);

    public BillingPeriod Previous => new(_months - 1);

    public static BillingPeriod Of(DateOnly day) => new(((day.Year - 1) * 12) + day.Month - 1);

    public static BillingPeriod Of(DateTimeOffset time) => Of(DateOnly.FromDateTime(time.UtcDateTime));

    public bool Contains(DateOnly day) => Of(day) == this;

    public bool Contains(DateTimeOffset time) => Of(time) == this;

    /// <summary>Reads <c>YYYY-MM</c> and nothing else.</summary>
    public static bool TryParse(string? text, out BillingPeriod period)
    {
        var valid = DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        period = valid ? Of(day) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is no month; stored values always are.</exception>
    public static BillingPeriod Parse(string text) => TryParse(text, out var period) ? period : throw new FormatException("Not a month.");

    public int CompareTo(BillingPeriod other) => _months.CompareTo(other._months);

    /// <summary>As <c>YYYY-MM</c>, whose order as text is that of the months.</summary>
    public override string ToString() => FirstDay.ToString(Format, CultureInfo.InvariantCulture);
}
