namespace Shares.Core.Egress;

/// <summary>
/// What requests moved. A refused request moves bytes too, those of its error; they are billed like others and kept apart. Amounts are
/// negative only where one takes back what another has added.
/// </summary>
public readonly record struct EgressAmount(long Bytes, long Requests, long RefusedBytes, long RefusedRequests)
{
    public static EgressAmount Served(long bytes) => new(bytes, 1, 0, 0);

    public static EgressAmount Refused(long bytes) => new(0, 0, bytes, 1);

    /// <summary>All bytes that left, of served and refused requests.</summary>
    public long AllBytes => Bytes + RefusedBytes;

    public static EgressAmount operator +(EgressAmount left, EgressAmount right) => Add(left, right);

    public static EgressAmount operator -(EgressAmount amount) => Negate(amount);

    /// <exception cref="OverflowException">A sum is over 2^63 - 1.</exception>
    public static EgressAmount Add(EgressAmount left, EgressAmount right) => checked(new(
        left.Bytes + right.Bytes,
        left.Requests + right.Requests,
        left.RefusedBytes + right.RefusedBytes,
        left.RefusedRequests + right.RefusedRequests));

    public static EgressAmount Negate(EgressAmount amount) => new(-amount.Bytes, -amount.Requests, -amount.RefusedBytes, -amount.RefusedRequests);
}
