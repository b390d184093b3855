using Microsoft.Extensions.Time.Testing;

namespace Shares.Access.Tests.Support;

/// <summary>
/// Clocks of the function that stand until a test moves them. They begin somewhat ahead, so that STS's clock, which runs, does not get ahead of
/// them: sessions of which it is so are not handed out.
/// </summary>
internal static class OwnTime
{
    public static FakeTimeProvider Standing => new(TimeProvider.System.GetUtcNow().AddSeconds(50));
}
