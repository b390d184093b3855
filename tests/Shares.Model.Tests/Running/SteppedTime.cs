namespace Shares.Model.Tests.Running;

/// <summary>Stands still until it is moved, so that the rules know every time to the tick. Delays take as long as they say.</summary>
internal sealed class SteppedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>The present to the second: credentials that the local AWS makes are valid by this clock too.</summary>
    public static DateTimeOffset Start() => DateTimeOffset.FromUnixTimeSeconds(System.GetUtcNow().ToUnixTimeSeconds());
}
