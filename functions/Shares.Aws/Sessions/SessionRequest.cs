using Shares.Core.Sessions;

namespace Shares.Aws.Sessions;

/// <summary>A session that is wanted.</summary>
/// <param name="RoleArn">One of the session roles.</param>
/// <param name="Tags">See <see cref="SessionTags"/>; they are all that limits the session within its role.</param>
/// <param name="WantedUntil">The session ends then or earlier, but lasts 15 minutes at least, because STS makes none shorter.</param>
public sealed record SessionRequest(
    string RoleArn, SessionIdentity Identity, IReadOnlyDictionary<string, string> Tags, DateTimeOffset WantedUntil);
