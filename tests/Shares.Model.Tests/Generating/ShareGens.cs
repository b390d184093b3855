using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

internal static class ShareGens
{
    private static readonly Gen<bool?> Restricted = Gen.OneOf<bool?>(true, false, null);

    /// <summary>Mostly no end, else one that comes while the sequence runs.</summary>
    private static readonly Gen<int?> EndsIn =
        Gen.Frequency((20, Gen.Const((int?)null)), (14, Gen.Int[1, 40].Select(seconds => (int?)seconds)), (1, Gen.OneOf<int?>(0, -5)));

    private static readonly Gen<IReadOnlyList<string>?> Keywords = Pool.Rarely(
        Pool.Keyword.Array[0, 2].Select(keywords => (IReadOnlyList<string>?)keywords),
        null, [""], [new string('k', 60)], [.. Enumerable.Range(0, 21).Select(i => $"k{i}")]);

    private static readonly ConditionBody[] TooMany = [.. Enumerable.Range(0, 101).Select(i => new ConditionBody(Rules.Condition.Tag, $"tag {i}"))];

    public static Gen<Operation> Create(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Administer)
        from body in Body(choices, project)
        select (Operation)new CreateShare(actor, project, body);

    public static Gen<Operation> Edit(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from body in Body(choices, project)
        from version in choices.IfMatch(choices.State.Share(share)?.Version)
        select (Operation)new EditShare(actor, project, share, body, version);

    public static Gen<Operation> Preview(Choices choices) =>
        from share in Gen.Frequency((1, Gen.Const((Ref?)null)), (2, choices.Share.Select(share => (Ref?)share)))
        from project in share is { } edited ? choices.ProjectOf(edited, mostlyPublisher: true) : choices.Project
        from actor in choices.ActorIn(project, Level.Administer)
        from body in Body(choices, project)
        select (Operation)new PreviewShare(actor, project, body, share);

    public static Gen<Operation> Delete(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from version in choices.IfMatch(choices.State.Share(share)?.Version)
        select (Operation)new DeleteShare(actor, project, share, version);

    public static Gen<Operation> Subscribe(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: false)
        from actor in choices.ActorIn(project, Level.Administer)
        from leaves in Gen.Frequency((2, false), (1, true))
        select (Operation)new Subscribe(actor, project, share, leaves);

    public static Gen<Operation> Get(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: false)
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new GetShare(actor, project, share);

    public static Gen<Operation> Subscriptions(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Read)
        from limit in Choices.LimitOrWrong
        select (Operation)new ListSubscriptions(actor, project, share, limit);

    public static Gen<Operation> Held(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: false)
        from actor in choices.ActorIn(project, Level.Read)
        from limit in Choices.LimitOrWrong
        select (Operation)new ListShareDatasets(actor, project, share, limit);

    public static Gen<Operation> List(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Read)
        from filter in Gen.Frequency((1, Gen.Const(new ShareFilter())), (2, ShareFilters.Of(choices)))
        from limit in Choices.LimitOrWrong
        from isDiscovery in Gen.Frequency((2, false), (1, true))
        select (Operation)new ListShares(actor, project, filter, limit, isDiscovery);

    /// <summary>A project that a share names looks at it, accepts it, or looks at what it shows.</summary>
    public static Gen<Operation> Seen(Choices choices, Ref share)
    {
        var about = new Choices(choices.State, new Focus(Ref.Nothing, share, Ref.Nothing));
        var projects = choices.State.Share(share)!.Projects.OrderBy(project => project.Place).DefaultIfEmpty(choices.State.Share(share)!.Publisher).ToArray();
        var list = from project in Gen.OneOf(projects)
                   from actor in choices.ActorIn(project, Level.Read)
                   from operation in Gen.OneOf<Operation>(
                       new ListDatasets(actor, project, new(), null),
                       new ListShares(actor, project, new("PUBLISHER,SUBSCRIBER,AVAILABLE"), null))
                   select operation;
        return Gen.Frequency((2, Get(about)), (2, Subscribe(about)), (1, Held(about)), (4, list));
    }

    /// <summary>To one of the shares that end: just before, at that very moment, and after.</summary>
    public static Gen<Operation> WaitForEnd(Choices choices)
    {
        var ending = choices.State.LiveShares.Where(share => share.ExpiresAt > choices.State.Now).Select(share => new Ref(share.Place));
        return from share in Gen.OneOf(ending.DefaultIfEmpty(Ref.Nothing).ToArray())
               from seconds in Gen.Frequency((2, -1), (5, 0), (1, 1))
               select (Operation)new WaitForEnd(share, seconds);
    }

    private static Gen<ShareBody> Body(Choices choices, Ref publisher) =>
        from name in Pool.Name
        from description in Pool.Description
        from conditions in Pool.Rarely(Condition(choices, publisher).Array[0, 3].Select(c => (IReadOnlyList<ConditionBody>?)c), null, TooMany)
        from keywords in Keywords
        from classifications in Gen.Frequency((2, Gen.Const((IReadOnlyList<Ref>?)null)), (3, choices.Classification.Array[0, 2].Select(made => (IReadOnlyList<Ref>?)made)))
        from projects in Projects(choices, publisher)
        from restricted in Restricted
        from endsIn in EndsIn
        select new ShareBody(name, description, conditions, keywords, classifications, projects, restricted, endsIn);

    private static readonly ConditionBody Trimmed = new(Rules.Condition.Tag, " t-cells ");

    private static Gen<ConditionBody> Condition(Choices choices, Ref publisher)
    {
        var own = choices.State.Datasets.Values.Where(dataset => dataset.Project == publisher).Select(dataset => new Ref(dataset.Place));
        return Gen.Frequency(
            (8, Pool.Tag.Select(tag => new ConditionBody(Rules.Condition.Tag, tag))),
            (3, Pool.Person.Select(person => new ConditionBody(Rules.Condition.CreatedBy, person))),
            (3, Pool.Type.Select(type => new ConditionBody(Rules.Condition.ProcessId, type))),
            (3, Gen.OneOf(own.DefaultIfEmpty(Ref.Nothing).ToArray()).Select(dataset => new ConditionBody(Rules.Condition.DatasetId, null, dataset))),
            (1, choices.Dataset.Select(dataset => new ConditionBody(Rules.Condition.DatasetId, null, dataset))),
            (1, Gen.OneOf<ConditionBody>(Trimmed, Trimmed, Trimmed, new("COLOUR", "red"), new(Rules.Condition.Tag, ""), new(Rules.Condition.Tag, null))));
    }

    private static Gen<IReadOnlyList<Ref>?> Projects(Choices choices, Ref publisher)
    {
        Ref[] others = [.. choices.State.Projects.Keys.Select(place => new Ref(place)).Where(project => project != publisher).DefaultIfEmpty(Ref.Nothing)];
        return Gen.Frequency(
            (24, Gen.OneOf(others).Array[0, 3].Select(projects => (IReadOnlyList<Ref>?)projects)),
            (1, Gen.OneOf<IReadOnlyList<Ref>?>(null, [publisher], [Ref.Nothing], [Ref.NoId("x"), .. others])));
    }
}
