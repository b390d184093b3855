namespace Shares.Model.Tests.Rules;

/// <summary>What is remembered of a request that came with an Idempotency-Key.</summary>
/// <param name="MadeId">What it has made; null while it was refused.</param>
public sealed record KeyedRequest(string Request, string? MadeId);
