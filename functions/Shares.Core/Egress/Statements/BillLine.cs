using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Statements;

/// <summary>What AWS charged the account for one kind of transfer out of S3 in a month.</summary>
/// <param name="UsageType">As AWS calls it, such as <c>EU-DataTransfer-Out-Bytes</c>.</param>
/// <param name="Cost">Negative where credits exceed the charge.</param>
public sealed record BillLine(string UsageType, TransferZone Zone, ByteCount Billed, Money Cost);

/// <summary>The bill of a month, as far as transfer out of S3 goes.</summary>
/// <param name="IsEstimated">AWS may still change it.</param>
/// <param name="AskedAt">When AWS said so.</param>
/// <param name="Lines">In the order of usage types; empty when nothing was charged yet.</param>
public sealed record Bill(BillingPeriod Period, bool IsEstimated, DateTimeOffset AskedAt, IReadOnlyList<BillLine> Lines);
