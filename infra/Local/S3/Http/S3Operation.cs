namespace Shares.Local.S3.Http;

/// <summary>An operation and the permission that a caller needs before it runs.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>; <see langword="null"/> when the operation asks for each key in its body.</param>
/// <param name="Run">Writes the response, or returns why not. Nothing is written before it knows.</param>
/// <param name="ThroughAccessPoint">Whether access points offer it.</param>
public sealed record S3Operation(string? Action, Func<S3Call, Task<S3Error?>> Run, bool ThroughAccessPoint)
{
    /// <summary>What the trail calls it; only requests about objects are in the trail.</summary>
    public string Name { get; init; } = "";

    /// <summary>Condition keys that the action adds.</summary>
    public Func<S3Call, IReadOnlyDictionary<string, string>>? Conditions { get; init; }
}
