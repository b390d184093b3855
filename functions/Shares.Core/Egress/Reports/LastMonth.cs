using Shares.Core.Egress.Statements;

namespace Shares.Core.Egress.Reports;

/// <summary>The month before, which a report is compared with.</summary>
/// <param name="Rows">Of its latest report, as <see cref="JsonReport.ReadRowsAsync"/> gives them. Read once.</param>
public sealed record LastMonth(Statement Statement, IAsyncEnumerable<ReportRow> Rows);
