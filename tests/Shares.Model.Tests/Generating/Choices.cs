using CsCheck;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>
/// What an operation can be about, given what there is: mostly what makes it succeed, sometimes anything, now and then what does not exist.
/// </summary>
/// <param name="focus">When not null, operations are about this share and dataset, of this project.</param>
internal sealed class Choices(State state, Focus? focus = null)
{
    private static readonly Gen<Ref> Wrong = Gen.OneOf(
        Ref.Nothing, Ref.NoId("not-an-id"), Ref.NoId("0197A000-0000-7000-8000-00000000000B"), Ref.NoId("%7B0197a000-0000-7000-8000-00000000000b%7D"));

    public State State => state;

    public Gen<Ref> Project => focus is null ? Existing(state.Projects.Keys) : Gen.Const(focus.Project);

    /// <summary>Seldom a deleted one.</summary>
    public Gen<Ref> Share => focus is null ? Existing(state.Shares.Keys, state.LiveShares.Select(share => share.Place)) : Gen.Const(focus.Share);

    public Gen<Ref> Classification => Existing(state.Classifications.Keys);

    /// <summary>Seldom a deleted one, and mostly a completed one.</summary>
    public Gen<Ref> Dataset => focus is null
        ? Existing(state.Datasets.Keys, state.Datasets.Values.Where(dataset => dataset.Status == Rules.Dataset.Completed).Select(dataset => dataset.Place))
        : Gen.Const(focus.Dataset);

    /// <summary>Own or shared.</summary>
    public Gen<Ref> DatasetSeenBy(Ref project) =>
        Existing(state.Datasets.Values.Where(dataset => Seeing.Sees(state, project, dataset)).Select(dataset => dataset.Place));

    /// <summary>The publisher of a share, one of the projects that it names, or any.</summary>
    public Gen<Ref> ProjectOf(Ref share, bool mostlyPublisher)
    {
        if (state.Shares.GetValueOrDefault(share.Place) is not { } found) return Project;
        var named = found.Projects.OrderBy(project => project.Place).ToArray();
        var others = named.Length == 0 ? Project : Gen.OneOf(named);
        return Gen.Frequency((mostlyPublisher ? 12 : 2, Gen.Const(found.Publisher)), (mostlyPublisher ? 2 : 12, others), (1, Project));
    }

    /// <summary>The owner of a dataset, a project that sees it through a share, or any.</summary>
    public Gen<Ref> ProjectOfDataset(Ref dataset, bool mostlyOwner)
    {
        if (state.Dataset(dataset) is not { } found) return Project;
        var seeing = state.Projects.Keys.Select(place => new Ref(place)).Where(p => p != found.Project && Seeing.Sees(state, p, found)).ToArray();
        var others = seeing.Length == 0 ? Project : Gen.OneOf(seeing);
        return Gen.Frequency((mostlyOwner ? 12 : 3, Gen.Const(found.Project)), (mostlyOwner ? 2 : 9, others), (1, Project));
    }

    /// <summary>Mostly a member of whom the route asks no more than the role has.</summary>
    public Gen<Actor> ActorIn(Ref project, Level level)
    {
        var anybody = Pool.Person.Select(name => (Actor)new Actor.Person(name));
        if (state.Project(project) is not { } found) return anybody;
        var able = found.Members.Where(member => Roles.May(member.Value, level)).Select(member => state.NameOf(member.Key)).ToArray();
        var pipelines = Gen.OneOf(found.PipelineRole ?? "other-pipeline", "pipeline-0", "pipeline-1").Select(role => (Actor)new Actor.Pipeline(role));
        return Gen.Frequency(
            (24, Gen.OneOf(able).Select(name => (Actor)new Actor.Person(name))),
            (3, Gen.OneOf(found.Members.Keys.Select(state.NameOf).ToArray()).Select(name => (Actor)new Actor.Person(name))),
            (3, anybody),
            (1, pipelines),
            (1, Gen.OneOf<Actor>(new Actor.Nobody(), new Actor.Person("eve", IsPlatformAdmin: true))));
    }

    /// <summary>A condition on the version: mostly none, else the present one, an old one, or nonsense.</summary>
    public Gen<string?> IfMatch(VersionTag? version)
    {
        var past = version is null || version.Past.IsEmpty ? ["\"v0\""] : version.Past.Order(StringComparer.Ordinal).Cast<string?>().ToArray();
        return Gen.Frequency(
            (focus is null ? 8 : 2, Gen.Const((string?)null)),
            (5, Gen.Const(version?.Current)),
            (1, Gen.OneOf(past)),
            (1, Gen.OneOf<string?>("*", "\"nonsense\"", "nonsense")));
    }

    /// <summary>Mostly all at once, else in pages.</summary>
    public static Gen<int?> Limit { get; } =
        Gen.Frequency((3, Gen.Const((int?)null)), (5, Gen.Int[1, 3].Select(limit => (int?)limit)), (1, Gen.OneOf<int?>(1000, 5000)));

    public static Gen<int?> LimitOrWrong { get; } = Gen.Frequency((30, Limit), (1, Gen.Const((int?)0)));

    /// <param name="better">Of those that there are.</param>
    private static Gen<Ref> Existing(IEnumerable<int> places, IEnumerable<int> better) =>
        better.Any() ? Gen.Frequency((2, Existing(better)), (1, Existing(places))) : Existing(places);

    private static Gen<Ref> Existing(IEnumerable<int> places)
    {
        Ref[] refs = [.. places.Select(place => new Ref(place))];
        return refs.Length == 0 ? Wrong : Gen.Frequency((40, Gen.OneOf(refs)), (1, Wrong));
    }
}
