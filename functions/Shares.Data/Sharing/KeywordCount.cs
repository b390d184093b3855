namespace Shares.Data.Sharing;

/// <summary>A keyword as it was last spelled, and how many shares have it in any spelling: at least one.</summary>
public sealed record KeywordCount(string Keyword, long Count);
