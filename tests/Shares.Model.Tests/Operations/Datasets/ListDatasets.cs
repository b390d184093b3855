using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>What is asked for; null and empty: all.</summary>
/// <param name="CreatedBy">A person.</param>
/// <param name="Keyword">Without the scope.</param>
public sealed record DatasetFilter(
    Ref? Share = null,
    string? Source = null,
    string? Text = null,
    string? Tag = null,
    string? CreatedBy = null,
    string? ProcessId = null,
    string? Keyword = null,
    Ref? Classification = null)
{
    public IReadOnlyList<(string Name, string Value)> Query(State state)
    {
        (string Name, string? Value)[] all =
        [
            ("share", Share is { } share ? state.IdOf(share) : null), ("source", Source), ("text", Text), ("tag", Tag),
            ("createdBy", CreatedBy is null ? null : state.User(CreatedBy)), ("processId", ProcessId), ("keyword", Keyword is null ? null : state.Own(Keyword)),
            ("classificationId", Classification is { } made ? state.IdOf(made) : null),
        ];
        return [.. all.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!))];
    }

    public IEnumerable<string> WrongFields()
    {
        if (Share is { IsNoId: true }) yield return "share";
        if (Source is not (null or "" or "own" or "shared")) yield return "source";
    }

    /// <summary>Filters that are about shares leave no own dataset.</summary>
    public bool AcceptsOwn => Source != "shared" && Share is null && Keyword is null && Classification is null;

    public bool Accepts(State state, Share share) =>
        Source != "own"
        && (Share is null || Share == new Ref(share.Place))
        && (Keyword is null || share.Keywords.Contains(state.Own(Keyword)))
        && (Classification is null || share.Classifications.Contains(state.IdOf(Classification.Value)));

    public bool Accepts(State state, Dataset dataset) =>
        (string.IsNullOrEmpty(Text) || Texts.Contains(dataset.Name, Text) || Texts.Contains(dataset.Description, Text))
        && (string.IsNullOrEmpty(Tag) || dataset.Tags.Contains(Tag))
        && (CreatedBy is null || dataset.CreatedBy == state.User(CreatedBy))
        && (string.IsNullOrEmpty(ProcessId) || dataset.ProcessId == ProcessId);
}

public sealed record ListDatasets(Actor By, Ref Project, DatasetFilter Filter, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/datasets") { Paging = Paging.Body, Query = [.. Filter.Query(state), .. PageQuery.Of(Limit)] };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        string[] filter = [.. Filter.WrongFields()], page = [.. PageQuery.WrongFields(Limit)];
        if (filter.Length + page.Length > 0)
            return Refused(state, [.. new[] { filter, page, [.. filter, .. page] }.Where(fields => fields.Length > 0).Select(Expected.Invalid)]);
        var seenOnes = from dataset in state.Datasets.Values
                       where dataset.Status != Rules.Dataset.Deleted && Filter.Accepts(state, dataset)
                       let through = Seeing.Widest(Seeing.Showing(state, dataset, Project).Where(share => Filter.Accepts(state, share)))
                       where (dataset.Project == Project && Filter.AcceptsOwn) || through is not null
                       select DatasetView.InList(state, dataset, Project, through);
        return Outcome.Of(state, Expected.Listed(seenOnes));
    }
}
