using Shares.Core.Egress.Statements;

namespace Shares.Core.Egress.Reports;

/// <summary>What is the same in all rows of a month's report.</summary>
/// <param name="Statement">The month in numbers; its objects need not be known yet.</param>
/// <param name="AccountId">The AWS account that is billed, 12 digits.</param>
/// <param name="Region">Where the buckets are.</param>
public sealed record ReportHead(Statement Statement, string AccountId, string AccountName, string Region)
{
    /// <summary>The final statements that this one corrects, the first one first; their rows are in the report too. None where it is the first.</summary>
    public IReadOnlyList<Statement> Corrected { get; init; } = [];
}
