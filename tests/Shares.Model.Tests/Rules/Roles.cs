namespace Shares.Model.Tests.Rules;

/// <summary>What a route asks of a member.</summary>
public enum Level
{
    Read,
    Write,
    Administer,
}

/// <summary>The roles, and what each may.</summary>
public static class Roles
{
    public const string Owner = "OWNER";
    public const string Admin = "ADMIN";
    public const string Contributor = "CONTRIBUTOR";
    public const string Collaborator = "COLLABORATOR";

    /// <summary>Takes a member's role away.</summary>
    public const string None = "NONE";

    public static readonly IReadOnlyList<string> All = [Owner, Admin, Contributor, Collaborator];

    public static bool May(string role, Level level) => level switch
    {
        Level.Read => All.Contains(role),
        Level.Write => role is Owner or Admin or Contributor,
        _ => role is Owner or Admin,
    };
}
