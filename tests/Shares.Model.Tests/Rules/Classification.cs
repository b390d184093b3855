namespace Shares.Model.Tests.Rules;

/// <summary>A kind of data that shares name.</summary>
/// <param name="Place">Of the operation that made it.</param>
public sealed record Classification(int Place, string Id, string Name, string Description);
