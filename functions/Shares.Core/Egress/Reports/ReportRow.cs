using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Reports;

/// <summary>A row of the ledger with its names and its price, at the grain of reports.</summary>
/// <param name="Publisher">Who pays.</param>
/// <param name="ShareName">As it is when the report is made; the id when the share is gone.</param>
/// <param name="DatasetName">As <paramref name="ShareName"/>.</param>
/// <param name="Cost">Part of the bill, or of what is expected of it.</param>
/// <param name="ListCost">At the price of the first tier, as if nothing were free.</param>
public sealed record ReportRow(
    EgressKey Key,
    ReportProject Publisher,
    string ShareName,
    string DatasetName,
    ReportProject Subscriber,
    EgressAmount Amount,
    Money Cost,
    Money ListCost)
{
    /// <summary>
    /// It corrects what an earlier version of the closed month said of the same <see cref="Key"/>: amount and costs are what is added, and are
    /// negative where they take back.
    /// </summary>
    public bool IsCorrection { get; init; }

    /// <summary>Of the share, as it is when the report is made; null when it has none.</summary>
    public EgressLimit? Limit { get; init; }
}

/// <param name="Name">As it is when the report is made; the id when the project is gone.</param>
/// <param name="CostCenter">Its <c>billingAccountId</c>, may be empty.</param>
public sealed record ReportProject(ProjectId Id, string Name, string CostCenter);
