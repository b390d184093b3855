using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Grouping;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.ListEgress;

/// <summary>Which days are asked for, and by what to sum them up.</summary>
/// <param name="To">Inclusive.</param>
/// <param name="By">In the order asked for, each once.</param>
internal sealed record EgressQuery(DateOnly From, DateOnly To, IReadOnlyList<EgressDimension> By)
{
    public const int MostDays = 400;

    /// <summary>As dates are written in the query.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    private static readonly Dictionary<string, EgressDimension> Dimensions = Enum.GetValues<EgressDimension>().ToDictionary(NameOf, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Dimensions.Keys;

    public IEnumerable<BillingPeriod> Months
    {
        get
        {
            for (var month = BillingPeriod.Of(From); month.FirstDay <= To; month = month.Next) yield return month;
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "Names of the contract, in lower case.")]
    public static string NameOf(EgressDimension dimension) => dimension.ToString().ToLowerInvariant();

    public static string Text(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <param name="now">Without dates it is this month until today, in UTC.</param>
    public static Result<EgressQuery> Read(IQueryCollection query, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        DateOnly Date(string name, DateOnly otherwise)
        {
            if (query[name].ToString() is not { Length: > 0 } text) return otherwise;
            if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            errors.Add(name, "must be a date (2030-01-31)");
            return otherwise;
        }

        var to = Date("to", today);
        var from = Date("from", BillingPeriod.Of(to).FirstDay);
        if (errors.Failure is null && from > to) errors.Add("from", "must not be after to");
        else if (errors.Failure is null && to.DayNumber - from.DayNumber >= MostDays) errors.Add("from", $"must be less than {MostDays} days before to");
        var by = new List<EgressDimension>();
        foreach (var name in (query["groupBy"].ToString() is { Length: > 0 } text ? text : NameOf(EgressDimension.Share)).Split(','))
        {
            if (Dimensions.TryGetValue(name, out var dimension)) by.Add(dimension);
            else errors.Add("groupBy", $"must be some of {string.Join(",", Names)}");
        }

        return errors.Failure is { } failure ? failure : new EgressQuery(from, to, [.. by.Distinct()]);
    }
}
