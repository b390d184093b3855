using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Egress.Grouping;
using Shares.Core.Egress.Statements;

namespace Shares.Api.ListEgress;

/// <summary>What the shares of a project sent, and what that costs it.</summary>
/// <param name="From">The first day, as YYYY-MM-DD, of UTC.</param>
/// <param name="To">The last day, which counts as well.</param>
/// <param name="GroupBy">What each group has one value of.</param>
/// <param name="Currency">Of all costs here.</param>
/// <param name="Months">That the days are of.</param>
internal sealed record EgressAnswer(
    string From, string To, IReadOnlyList<string> GroupBy, string Currency, EgressSumAnswer Total, IReadOnlyList<EgressMonthAnswer> Months,
    IReadOnlyList<EgressGroupAnswer> Groups)
{
    public static EgressAnswer Of(EgressQuery query, PublisherEgress egress, IEnumerable<EgressGroupAnswer> groups) => new(
        EgressQuery.Text(query.From),
        EgressQuery.Text(query.To),
        [.. query.By.Select(EgressQuery.NameOf)],
        egress.Currency.ToString(),
        EgressSumAnswer.From(egress.Total),
        [.. egress.Months.Select(month => EgressMonthAnswer.From(month.Month.ToString(), month.Statement))],
        [.. groups]);
}

/// <summary>Members of what was grouped by are there, others are absent.</summary>
internal sealed record EgressGroupAnswer : EgressSumAnswer
{
    /// <summary>YYYY-MM-DD.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Day { get; init; }

    /// <summary>YYYY-MM.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Month { get; init; }

    /// <summary>Without a name when it is gone; so are the next two.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedItem? Share { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedItem? Subscriber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedItem? Dataset { get; init; }

    /// <summary>User id of a person, or id of a pipeline's execution.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }

    /// <summary>INTERNET, CROSS_REGION, or SAME_REGION, which costs nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Zone { get; init; }

    /// <summary>PRESIGNED_URL, CREDENTIALS or PIPELINE.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Route { get; init; }

    public static EgressGroupAnswer From(EgressGroup group, EgressSum sum, EgressNames names) => new()
    {
        Bytes = sum.Amount.AllBytes,
        Requests = sum.Amount.Requests,
        RefusedRequests = sum.Amount.RefusedRequests,
        Cost = sum.Cost,
        Status = StatusOf(sum.IsFinal),
        Day = group.Day is { } day ? EgressQuery.Text(day) : null,
        Month = group.Month?.ToString(),
        Share = names.Of(group.Share),
        Subscriber = names.Of(group.Subscriber),
        Dataset = names.Of(group.Dataset),
        User = group.User?.ToString(),
        Zone = group.Zone is { } zone ? ContractName.Of(zone) : null,
        Route = group.Route is { } route ? ContractName.Of(route) : null,
    };
}

internal record EgressSumAnswer
{
    /// <summary>All that left, of refused requests too: their answers have bytes and are charged like others.</summary>
    public required long Bytes { get; init; }

    /// <summary>That were served.</summary>
    public required long Requests { get; init; }
    public required long RefusedRequests { get; init; }

    /// <summary>Not rounded. Absent while nothing says what one of the months costs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }

    /// <summary>FINAL when all of it is of months whose bill is final; else ESTIMATED.</summary>
    public required string Status { get; init; }

    public static EgressSumAnswer From(EgressSum sum) => new()
    {
        Bytes = sum.Amount.AllBytes,
        Requests = sum.Amount.Requests,
        RefusedRequests = sum.Amount.RefusedRequests,
        Cost = sum.Cost,
        Status = StatusOf(sum.IsFinal),
    };

    protected static string StatusOf(bool isFinal) => ContractName.Of(isFinal ? StatementStatus.Final : StatementStatus.Estimated);
}

/// <param name="Month">YYYY-MM.</param>
/// <param name="Version">Of the final statement; 0 while estimated.</param>
/// <param name="AsOf">When the statement was made that costs are taken from; absent when there is none yet.</param>
internal sealed record EgressMonthAnswer(
    string Month, string Status, int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? AsOf)
{
    public static EgressMonthAnswer From(string month, Statement? statement) =>
        new(month, ContractName.Of(statement?.Status ?? StatementStatus.Estimated), statement?.Version ?? 0, statement?.MadeAt);
}
