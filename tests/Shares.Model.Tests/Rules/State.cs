using System.Collections.Immutable;

namespace Shares.Model.Tests.Rules;

/// <summary>All that the rules know at one moment. Written from the contract alone; nothing of the product is used here.</summary>
/// <param name="Scope">Distinguishes the people, names and keywords of this run of a sequence from all others on the same table.</param>
public sealed record State(string Scope, DateTimeOffset Now)
{
    private const string NeverMade = "0197a000-0000-7000-8000-0000000000ff";

    public ImmutableSortedDictionary<int, Project> Projects { get; init; } = ImmutableSortedDictionary<int, Project>.Empty;

    /// <summary>Deleted ones too.</summary>
    public ImmutableSortedDictionary<int, Dataset> Datasets { get; init; } = ImmutableSortedDictionary<int, Dataset>.Empty;

    /// <summary>Deleted ones too.</summary>
    public ImmutableSortedDictionary<int, Share> Shares { get; init; } = ImmutableSortedDictionary<int, Share>.Empty;

    public ImmutableSortedDictionary<int, Classification> Classifications { get; init; } = ImmutableSortedDictionary<int, Classification>.Empty;

    /// <summary>Every change, once in each log that it belongs to; sorted, so that the same entries are the same log.</summary>
    public ImmutableList<LogEntry> Log { get; init; } = [];

    /// <summary>Requests that were sent with an Idempotency-Key and let in, by caller and key.</summary>
    public ImmutableSortedDictionary<string, KeyedRequest> Keys { get; init; } =
        ImmutableSortedDictionary.Create<string, KeyedRequest>(StringComparer.Ordinal);

    public Project? Project(Ref project) => Projects.GetValueOrDefault(project.Place);

    public Dataset? Dataset(Ref dataset) => Datasets.GetValueOrDefault(dataset.Place);

    /// <summary>Null also for a deleted one.</summary>
    public Share? Share(Ref share) => Shares.GetValueOrDefault(share.Place) is { IsDeleted: false } found ? found : null;

    public IEnumerable<Share> LiveShares => Shares.Values.Where(share => !share.IsDeleted);

    public State With(Project project) => this with { Projects = Projects.SetItem(project.Place, project) };

    public State With(Dataset dataset) => this with { Datasets = Datasets.SetItem(dataset.Place, dataset) };

    public State With(Classification made) => this with { Classifications = Classifications.SetItem(made.Place, made) };

    public State With(Share share) => this with { Shares = Shares.SetItem(share.Place, share) };

    /// <param name="project">In whose log.</param>
    /// <param name="fields">Of an update: what it changed.</param>
    public State Logged(Actor by, Ref project, string action, string targetId, params IEnumerable<string> fields)
    {
        var entry = new LogEntry(project.Place, Now, action, IdOf(by), targetId, string.Join(' ', fields.Order(StringComparer.Ordinal)));
        var place = Log.BinarySearch(entry);
        return this with { Log = Log.Insert(place < 0 ? ~place : place, entry) };
    }

    /// <summary>As logs name who did something.</summary>
    public string IdOf(Actor by) => by switch
    {
        Actor.Person person => User(person.Name),
        Actor.Pipeline pipeline => $"arn:aws:sts::111122223333:assumed-role/{Own(pipeline.Role)}/test",
        _ => "",
    };

    /// <summary>What goes into a path or a body for it.</summary>
    public string IdOf(Ref thing) => thing.IsNoId ? thing.Text
        : Projects.GetValueOrDefault(thing.Place)?.Id ?? Datasets.GetValueOrDefault(thing.Place)?.Id ?? Shares.GetValueOrDefault(thing.Place)?.Id
            ?? Classifications.GetValueOrDefault(thing.Place)?.Id ?? NeverMade;

    /// <summary>The id of a person in this run.</summary>
    public string User(string person) => $"{person}.{Scope}";

    /// <summary>The person that <see cref="User"/> gave the id to.</summary>
    public string NameOf(string user) => user[..^(Scope.Length + 1)];

    /// <summary>A name or bucket of this run; the scope comes first, so that searches by beginning find this run's alone.</summary>
    public string Own(string text) => $"{Scope}-{text}";

    /// <summary>Reads in the report of a difference like the sequence that it came from.</summary>
    public string WithRefsForIds(string text)
    {
        IEnumerable<(int Place, string Id)> ids =
        [
            .. Projects.Values.Select(project => (project.Place, project.Id)),
            .. Datasets.Values.Select(dataset => (dataset.Place, dataset.Id)),
            .. Shares.Values.Select(share => (share.Place, share.Id)),
            .. Classifications.Values.Select(made => (made.Place, made.Id)),
        ];
        return ids.Aggregate(text, (result, thing) => result.Replace(thing.Id, $"#{thing.Place}", StringComparison.Ordinal));
    }
}
