using System.Globalization;

namespace Shares.Bench.Tables;

internal static class Figure
{
    public static string Of(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Whole(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 50);

    /// <param name="percent">1 to 100.</param>
    public static double Percentile(IReadOnlyCollection<double> values, int percent) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));
}
