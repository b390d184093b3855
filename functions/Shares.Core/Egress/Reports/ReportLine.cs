using System.Globalization;
using System.Text.Json.Serialization;
using Shares.Core.Egress.Costs;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Reports;

/// <summary>
/// A line of the report for programs: a <see cref="ReportRow"/>, or what no publisher pays of a zone, which has no more than the zone, bytes
/// and a cost. All lines of a month together are its bill.
/// </summary>
/// <param name="Day">Of UTC, <c>yyyy-MM-dd</c>.</param>
/// <param name="Principal">The person who read, or the execution.</param>
/// <param name="Bytes">Of requests that were served.</param>
/// <param name="RefusedBytes">Of the errors that answered the others; they are charged for like all bytes.</param>
/// <param name="ListCost">At the price of the first tier. Null where that is in another currency than the bill.</param>
/// <param name="Status">ESTIMATED or FINAL.</param>
/// <param name="IsCorrection">Amounts and costs are what is added to an earlier version of a closed month.</param>
public sealed record ReportLine(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Day,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportLineProject? Publisher,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportLineItem? Share,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportLineItem? Dataset,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportLineProject? Subscriber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Principal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Route,
    string Zone,
    long Bytes,
    long Requests,
    long RefusedBytes,
    long RefusedRequests,
    decimal Cost,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? ListCost,
    string Currency,
    string Status,
    bool IsCorrection)
{
    internal static ReportLine Of(ReportHead head, ReportRow row) => new(
        row.Key.Day.ToString("O", CultureInfo.InvariantCulture),
        ReportLineProject.Of(row.Publisher),
        new(row.Key.Share.ToString(), row.ShareName),
        new(row.Key.Dataset.ToString(), row.DatasetName),
        ReportLineProject.Of(row.Subscriber),
        row.Key.Principal.ToString(),
        ContractName.Of(row.Key.Route),
        ContractName.Of(row.Key.Zone),
        row.Amount.Bytes, row.Amount.Requests, row.Amount.RefusedBytes, row.Amount.RefusedRequests,
        row.Cost.Amount,
        row.ListCost.Currency == row.Cost.Currency ? row.ListCost.Amount : null,
        row.Cost.Currency.ToString(),
        ContractName.Of(head.Statement.Status),
        row.IsCorrection);

    internal static ReportLine Of(ReportHead head, UnattributedPart part) => new(
        null, null, null, null, null, null, null, ContractName.Of(part.Zone), part.Bytes, 0, 0, 0,
        part.Cost.Amount, null, part.Cost.Currency.ToString(), ContractName.Of(head.Statement.Status), part.IsCorrection);

    /// <summary>Null for what no publisher pays.</summary>
    /// <exception cref="FormatException">It was not written by us.</exception>
    internal ReportRow? ToRow()
    {
        if (Publisher is null || Share is null || Dataset is null || Subscriber is null || Principal is null) return null;
        var currency = Costs.Currency.Parse(Currency);
        var key = new EgressKey(
            DateOnly.ParseExact(Day!, "O", CultureInfo.InvariantCulture), UuidId.Parse<ShareId>(Share.Id), UuidId.Parse<DatasetId>(Dataset.Id), UuidId.Parse<ProjectId>(Subscriber.Id),
            PrincipalId.Parse(Principal), ContractName.Parse<TransferZone>(Zone), ContractName.Parse<AccessRoute>(Route!));
        return new(
            key, Publisher.ToProject(), Share.Name, Dataset.Name, Subscriber.ToProject(), new(Bytes, Requests, RefusedBytes, RefusedRequests),
            new Money(Cost, currency), new Money(ListCost ?? 0, currency)) { IsCorrection = IsCorrection };
    }
}

/// <param name="CostCenter">May be empty.</param>
public sealed record ReportLineProject(string Id, string Name, string CostCenter)
{
    internal static ReportLineProject Of(ReportProject project) => new(project.Id.ToString(), project.Name, project.CostCenter);

    internal ReportProject ToProject() => new(UuidId.Parse<ProjectId>(Id), Name, CostCenter);
}

public sealed record ReportLineItem(string Id, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportJson : JsonSerializerContext;
