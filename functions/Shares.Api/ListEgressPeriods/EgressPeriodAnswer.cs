using System.Globalization;
using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Egress.Statements;

namespace Shares.Api.ListEgressPeriods;

/// <summary>A month that there is a report of. Costs are in <paramref name="Currency"/>.</summary>
/// <param name="Period">The month, in UTC.</param>
/// <param name="Status">ESTIMATED while AWS may still change its bill, then FINAL.</param>
/// <param name="Version">0 while estimated; a closed month changes only by a further version.</param>
/// <param name="Attributed">What publishers pay.</param>
/// <param name="Unattributed">What no publisher pays.</param>
/// <param name="Billed">By AWS, as far as it was known.</param>
/// <param name="Difference">Of the bill to all that is paid; 0 when final.</param>
/// <param name="PriceVersion">Of the price list.</param>
internal sealed record EgressPeriodAnswer(
    string Period, string Status, int Version, DateTimeOffset MadeAt, string Currency, decimal Attributed, decimal Unattributed, decimal Billed, decimal Difference,
    string PriceVersion, CompletenessAnswer Completeness)
{
    public static EgressPeriodAnswer From(Statement statement) => new(
        statement.Period.ToString(), ContractName.Of(statement.Status), statement.Version, statement.MadeAt, statement.Currency.ToString(),
        statement.Attributed.Amount, statement.Unattributed.Amount, statement.Billed.Amount, statement.Difference.Amount,
        statement.PriceVersion, CompletenessAnswer.From(statement.Completeness));
}

/// <summary>What the numbers rest on.</summary>
/// <param name="Bill">MISSING while AWS has said nothing of the month, ESTIMATED while it may change, FINAL.</param>
/// <param name="TrailReadUntil">The last day whose files of the trail were read.</param>
/// <param name="CheckedDays">Days of shares for which CloudWatch counted too.</param>
/// <param name="UncheckedDays">Days of shares with downloads for which it did not.</param>
/// <param name="Gap">Bytes that CloudWatch counted on checked days beyond those that are attributed; negative for less.</param>
internal sealed record CompletenessAnswer(
    string Bill,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TrailReadUntil,
    int CheckedDays,
    int UncheckedDays,
    long MeteredBytes,
    long CheckedBytes,
    long Gap)
{
    public static CompletenessAnswer From(Completeness known) => new(
        ContractName.Of(known.Bill), known.TrailReadUntil?.ToString("O", CultureInfo.InvariantCulture), known.CheckedDays, known.UncheckedDays,
        known.MeteredBytes.Value, known.CheckedBytes.Value, known.Gap);
}
