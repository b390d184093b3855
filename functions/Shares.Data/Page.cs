namespace Shares.Data;

/// <summary>Part of a long list. <see cref="Next"/> is what the following page begins after; null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
