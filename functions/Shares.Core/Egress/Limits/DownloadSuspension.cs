using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Limits;

/// <summary>Downloads of a share have stopped because its limit was reached.</summary>
/// <param name="Period">The month whose limit it was; with its end the reason ends.</param>
public sealed record DownloadSuspension(BillingPeriod Period, DateTimeOffset Since);
