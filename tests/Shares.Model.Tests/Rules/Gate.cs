namespace Shares.Model.Tests.Rules;

/// <summary>Whom a route is for.</summary>
/// <param name="People">What it asks of a member; null when it is not for people.</param>
public sealed record Who(Level? People, bool Pipelines = false)
{
    public static readonly Who Reader = new(Level.Read);
    public static readonly Who Writer = new(Level.Write);
    public static readonly Who Admin = new(Level.Administer);
    public static readonly Who ReaderOrPipeline = new(Level.Read, Pipelines: true);
    public static readonly Who WriterOrPipeline = new(Level.Write, Pipelines: true);
    public static readonly Who PipelineOnly = new(null, Pipelines: true);
}

/// <summary>Who is let in: strangers learn nothing, members with too small a role are told so, and only then is looked for what the path names.</summary>
public static class Gate
{
    /// <summary>For the routes of no project. Null when the caller is let in.</summary>
    public static Expected? Refuse(Actor by, bool takesPlatformAdmin = false) => by switch
    {
        Actor.Nobody => Expected.Unauthenticated,
        Actor.Person person when person.IsPlatformAdmin || !takesPlatformAdmin => null,
        _ => Expected.RoleTooLow,
    };

    /// <summary>For the routes of a project. Null when the caller is let in.</summary>
    public static Expected? Refuse(State state, Actor by, Who who, Ref project, Ref? share = null, Ref? dataset = null)
    {
        if (by is Actor.Nobody) return Expected.Unauthenticated;
        if (project.IsNoId || share is { IsNoId: true } || dataset is { IsNoId: true } || state.Project(project) is not { } found) return Expected.NotFound;
        if (Standing(state, by, found, who) is { } refusal) return refusal;
        var isMissing = (share is { } s && state.Share(s) is null) || (dataset is { } d && state.Dataset(d) is null);
        return isMissing ? Expected.NotFound : null;
    }

    /// <summary>Null for a stranger.</summary>
    public static string? RoleOf(State state, Actor by, Project project) =>
        by is Actor.Person person ? project.Members.GetValueOrDefault(state.User(person.Name)) : null;

    private static Expected? Standing(State state, Actor by, Project project, Who who) => by switch
    {
        Actor.Pipeline pipeline when pipeline.Role != project.PipelineRole => Expected.NotFound,
        Actor.Pipeline => who.Pipelines ? null : Expected.RoleTooLow,
        _ when RoleOf(state, by, project) is not { } role => Expected.NotFound,
        _ when who.People is null => Expected.NotYourPipelineRole,
        _ => Roles.May(RoleOf(state, by, project)!, who.People.Value) ? null : Expected.RoleTooLow,
    };
}
