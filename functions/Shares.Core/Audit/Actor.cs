using Shares.Core.Access;
using Shares.Core.Ids;

namespace Shares.Core.Audit;

public enum ActorType
{
    Person,

    /// <summary>A program with a project's pipeline role.</summary>
    Pipeline,

    /// <summary>One of our own functions, on nobody's request.</summary>
    System,
}

/// <summary>Who does something, as the log of a project names them.</summary>
/// <param name="Id">User id, ARN of the role's session, or name of the function.</param>
/// <param name="Address">IP address that the request came from; empty when there was none.</param>
/// <param name="UserAgent">What the caller's program says of itself; no more than its first 256 characters are kept.</param>
public sealed record Actor(ActorType Type, string Id, string Address, string UserAgent)
{
    public const int LongestUserAgent = 256;

    public string UserAgent { get; } = Cut(UserAgent);

    /// <exception cref="InvalidOperationException">The actor is no person.</exception>
    public UserId UserOrThrow() => Type == ActorType.Person ? UserId.Parse(Id) : throw new InvalidOperationException("The actor is no person.");

    /// <param name="function">Its name, like <c>provisioning</c>.</param>
    public static Actor System(string function) => new(ActorType.System, function, "", "");

    public static Actor Of(Caller caller, string address, string userAgent) => caller switch
    {
        Caller.Person person => new(ActorType.Person, person.Id.ToString(), address, userAgent),
        Caller.AwsRole(var role, var session) => new(ActorType.Pipeline, role.SessionArn(session), address, userAgent),
        _ => throw new ArgumentOutOfRangeException(nameof(caller)),
    };

    /// <summary>Never between the two halves of one character.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= LongestUserAgent) return text;
        return text[..(char.IsHighSurrogate(text[LongestUserAgent - 1]) ? LongestUserAgent - 1 : LongestUserAgent)];
    }
}
