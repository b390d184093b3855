namespace Shares.Core.Egress.Limits;

/// <summary>What a share has taken of its limit in a month.</summary>
/// <param name="Bytes">Of served and refused requests, in zones that AWS charges for: what stays in the Region costs nobody anything.</param>
/// <param name="Cost">In <see cref="EgressLimit.Currency"/>, as far as it can be estimated; not rounded.</param>
public readonly record struct EgressUse(ByteCount Bytes, decimal Cost);
