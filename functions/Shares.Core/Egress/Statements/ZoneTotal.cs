using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Statements;

/// <summary>A month's bytes and costs in one zone.</summary>
/// <param name="Attributed">Bytes that count for a publisher.</param>
/// <param name="Unattributed">Bytes that the ledger has and that count for none.</param>
/// <param name="Billed">Bytes that AWS charged for, of the whole account.</param>
/// <param name="RatePerGigabyte">What one GB (2^30 bytes) of a publisher costs: while the statement is estimated exactly, then on the average.</param>
/// <param name="AttributedCost">Of all publishers.</param>
/// <param name="UnattributedCost">What no publisher pays, with what the account sent otherwise.</param>
public sealed record ZoneTotal(
    TransferZone Zone, ByteCount Attributed, ByteCount Unattributed, ByteCount Billed,
    Money RatePerGigabyte, Money AttributedCost, Money UnattributedCost)
{
    /// <summary>What the account has sent, as far as bill and ledger know. The bill lags behind, so it is at least what the ledger has.</summary>
    public ByteCount SentByAccount() => Billed > Attributed + Unattributed ? Billed : Attributed + Unattributed;
}
