namespace Shares.Core.Projects;

/// <summary>What a member may do in a project, from most to least.</summary>
public enum Role
{
    Owner,
    Admin,

    /// <summary>Uploads, tags, runs analyses, views and downloads.</summary>
    Contributor,

    /// <summary>Views and downloads.</summary>
    Collaborator,
}

public static class Roles
{
    /// <summary>OWNER and ADMIN: create, edit, delete, subscribe and unsubscribe; change the project and its members.</summary>
    public static bool Administers(this Role role) => role is Role.Owner or Role.Admin;

    /// <summary>Those, and CONTRIBUTOR: register, upload, complete and change datasets.</summary>
    public static bool Contributes(this Role role) => role is not Role.Collaborator;
}
