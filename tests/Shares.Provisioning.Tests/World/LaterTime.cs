namespace Shares.Provisioning.Tests.World;

/// <summary>A clock that is ahead of the others, and runs on.</summary>
internal sealed class LaterTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
