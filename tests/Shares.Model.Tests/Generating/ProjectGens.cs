using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Projects;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

internal static class ProjectGens
{
    private static readonly Gen<string?> Role = Gen.OneOf<string?>(null, null, null, "", "pipeline-0", "pipeline-1", "arn:aws:iam::222222222222:role/foreign");

    private static readonly Gen<ProjectBody> Body =
        from name in Pool.Name
        from description in Pool.Description
        from shareable in Pool.Maybe(Gen.Bool)
        from discoverable in Pool.Maybe(Gen.Bool)
        from role in Role
        select new ProjectBody(name, description, shareable, discoverable, null, role);

    /// <summary>A bucket of its own, none, one that is taken, or a name that no bucket has.</summary>
    public static Gen<Operation> Create(int place) =>
        from isAdmin in Gen.Frequency((5, true), (1, false))
        from person in Pool.Person
        from actor in Gen.Frequency((20, (Actor)new Actor.Person(person, isAdmin)), (1, new Actor.Pipeline("pipeline-0")), (1, new Actor.Nobody()))
        from body in Body
        from bucket in Gen.OneOf($"bucket-{place}", null, "bucket-0", "Not_A_Bucket")
        select (Operation)new CreateProject(actor, body with { Bucket = bucket });

    public static Gen<Operation> Update(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Administer)
        from body in Body
        from bucket in Gen.Frequency((20, (string?)null), (1, "bucket-0"))
        from version in choices.IfMatch(choices.State.Project(project)?.Version)
        select (Operation)new UpdateProject(actor, project, body with { Bucket = bucket }, version);

    public static Gen<Operation> Get(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new GetProject(actor, project);

    public static Gen<Operation> List { get; } =
        from person in Pool.Person
        from actor in Gen.Frequency((20, (Actor)new Actor.Person(person)), (1, new Actor.Pipeline("pipeline-0")), (1, new Actor.Nobody()))
        from limit in Choices.Limit
        select (Operation)new ListProjects(actor, limit);

    public static Gen<Operation> Discover { get; } =
        from person in Pool.Person
        from actor in Gen.Frequency((20, (Actor)new Actor.Person(person)), (1, new Actor.Pipeline("pipeline-0")), (1, new Actor.Nobody()))
        from beginning in Gen.OneOf("", "a", "ALPHA", "gamma#", "zzz")
        from limit in Choices.Limit
        select (Operation)new DiscoverProjects(actor, beginning, limit);

    public static Gen<Operation> SetRole(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Administer)
        from user in Pool.Rarely(Pool.Person, "")
        from role in Pool.Rarely(Gen.OneOf([.. Roles.All, Roles.None]), "owner", "")
        select (Operation)new SetRole(actor, project, user, role);

    public static Gen<Operation> Audit(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Administer)
        from filter in Gen.Frequency((2, Gen.Const(new AuditFilter())), (1, AuditFilter(choices)))
        from limit in Choices.LimitOrWrong
        select (Operation)new ListAudit(actor, project, filter, limit);

    private static Gen<AuditFilter> AuditFilter(Choices choices) =>
        from action in Pool.Rarely(Pool.MaybeText(Gen.OneOf([.. LogEntry.Actions])), "shared")
        from actor in Pool.MaybeText(Pool.Person)
        from target in Gen.Frequency((3, Gen.Const((Ref?)null)), (1, choices.Share.Select(share => (Ref?)share)))
        let moments = choices.State.Log.Select(entry => Texts.Time(entry.At)).Append(Texts.Time(choices.State.Now))
        from times in Gen.Frequency((4, Gen.Const((string?)null)), (1, Gen.OneOf<string?>([.. moments]))).Array[2]
        select new AuditFilter(action, actor, target, times[0], times[1]);

    public static Gen<Operation> Members(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Read)
        from limit in Choices.Limit
        select (Operation)new ListMembers(actor, project, limit);
}
