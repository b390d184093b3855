namespace Shares.Local.Trail;

/// <summary>An event of the trail on its way.</summary>
/// <param name="Record">JSON.</param>
public sealed record TrailEntry(string Record, DateTimeOffset Time);
