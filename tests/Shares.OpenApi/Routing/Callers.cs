using Shares.Web.Gate;

namespace Shares.OpenApi.Routing;

/// <summary>Who may call a route, in words and in the names of the contract.</summary>
internal static class Callers
{
    public static string InWords(Who who) => string.Join(", or ", Kinds(who).Select(kind => kind.Words));

    /// <summary>Roles of members, and other kinds of callers.</summary>
    public static IEnumerable<string> Names(Who who) => Kinds(who).SelectMany(kind => kind.Names);

    private static IEnumerable<(string Words, string[] Names)> Kinds(Who who)
    {
        if (who.HasFlag(Who.Anyone)) yield return ("anybody, signed in or not", ["ANYONE"]);
        if (who.HasFlag(Who.Person)) yield return ("anybody who has signed in", ["PERSON"]);
        if (who.HasFlag(Who.PlatformAdmin)) yield return ("group `shares-admin`", ["PLATFORM_ADMIN"]);
        if (who.HasFlag(Who.Admin)) yield return ("OWNER or ADMIN of the project", ["OWNER", "ADMIN"]);
        if (who.HasFlag(Who.Writer)) yield return ("OWNER, ADMIN or CONTRIBUTOR of the project", ["OWNER", "ADMIN", "CONTRIBUTOR"]);
        if (who.HasFlag(Who.Reader)) yield return ("any member of the project", ["OWNER", "ADMIN", "CONTRIBUTOR", "COLLABORATOR"]);
        if (who.HasFlag(Who.Finance)) yield return ("group `finance`, or the role of finance", ["FINANCE"]);
        if (who.HasFlag(Who.Pipeline)) yield return ("the project's pipeline role", ["PIPELINE"]);
    }
}
