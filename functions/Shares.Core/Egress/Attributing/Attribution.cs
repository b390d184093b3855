namespace Shares.Core.Egress.Attributing;

/// <summary>Whose egress a record is, as far as the record alone tells: exactly one of a key and the reason why there is none.</summary>
public readonly record struct Attribution
{
    internal Attribution(EgressKey? key, UnattributedKey? unattributed, EgressAmount amount, string bucket) =>
        (Key, Unattributed, Amount, Bucket) = (key, unattributed, amount, bucket);

    public EgressKey? Key { get; }

    public UnattributedKey? Unattributed { get; }

    public EgressAmount Amount { get; }

    /// <summary>The bucket that was read, which leads to the publisher of a share that is deleted; empty when the record does not say.</summary>
    public string Bucket { get; }
}
