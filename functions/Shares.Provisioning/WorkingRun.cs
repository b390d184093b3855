namespace Shares.Provisioning;

/// <summary>One run of the function, while it may be changing storage.</summary>
/// <param name="Name">
/// The same when what woke the run is delivered again: Lambda does that only after the first run is over, so the second may take its place.
/// </param>
/// <param name="Until">When it is over at the latest.</param>
public sealed record WorkingRun(string Name, DateTimeOffset Until);
