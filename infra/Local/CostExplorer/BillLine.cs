using Shares.Local.Identity;

namespace Shares.Local.CostExplorer;

/// <summary>What one usage type of S3 took and cost on one day.</summary>
/// <param name="Unit">Of the quantity, such as <c>GB</c>.</param>
/// <param name="Cost">USD, not rounded.</param>
public sealed record BillLine(DateOnly Day, string UsageType, decimal Quantity, string Unit, decimal Cost)
{
    /// <summary>The values by which a line is grouped and filtered, by dimension; null for a dimension that is not known here.</summary>
    public string? this[string dimension] => dimension switch
    {
        "SERVICE" => "Amazon Simple Storage Service",
        "REGION" => LocalAccount.Region,
        "LINKED_ACCOUNT" => LocalAccount.Id,
        "RECORD_TYPE" => "Usage",
        "USAGE_TYPE" => UsageType,
        _ => null,
    };
}
