using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <summary>What is asked for; null: all.</summary>
/// <param name="Types">With commas between.</param>
/// <param name="Keyword">Without the scope.</param>
/// <param name="CreatedFrom">As it goes into the query; so is <paramref name="CreatedTo"/>, which belongs to the time after.</param>
public sealed record ShareFilter(
    string? Types = null,
    string? Text = null,
    string? Keyword = null,
    Ref? Classification = null,
    Ref? Publisher = null,
    string? CreatedFrom = null,
    string? CreatedTo = null,
    string? Sort = null,
    string? Order = null)
{
    private static readonly string[] All = [Seeing.Publisher, Seeing.Subscriber, Seeing.Available];

    public IReadOnlyList<(string Name, string Value)> Query(State state)
    {
        (string Name, string? Value)[] all =
        [
            ("type", Types), ("text", Text), ("keyword", Keyword is null ? null : state.Own(Keyword)),
            ("classificationId", Classification is { } made ? state.IdOf(made) : null),
            ("publisher", Publisher is { } publisher ? state.IdOf(publisher) : null),
            ("createdFrom", CreatedFrom), ("createdTo", CreatedTo), ("sort", Sort), ("order", Order),
        ];
        return [.. all.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!))];
    }

    public IEnumerable<string> WrongFields()
    {
        if (Types?.Split(',').All(All.Contains) == false) yield return "type";
        if (Publisher is { IsNoId: true }) yield return "publisher";
        if (CreatedFrom is not null && !Texts.IsTime(CreatedFrom)) yield return "createdFrom";
        if (CreatedTo is not null && !Texts.IsTime(CreatedTo)) yield return "createdTo";
        if (Sort is not (null or "name" or "createdAt" or "updatedAt" or "type")) yield return "sort";
        if (Order is not (null or "asc" or "desc")) yield return "order";
    }

    public bool Accepts(State state, Share share) =>
        (Text is null || Texts.Contains(share.Name, Text) || Texts.Contains(share.Description, Text))
        && (Keyword is null || share.Keywords.Contains(state.Own(Keyword)))
        && (Classification is null || share.Classifications.Contains(state.IdOf(Classification.Value)))
        && (Publisher is null || share.Publisher == Publisher)
        && (CreatedFrom is null || string.CompareOrdinal(Texts.Time(share.CreatedAt), CreatedFrom) >= 0)
        && (CreatedTo is null || string.CompareOrdinal(Texts.Time(share.CreatedAt), CreatedTo) < 0);

    public ListOrder InOrder() => Sort switch
    {
        null or "name" => ListOrder.ByName with { IsDescending = Order == "desc" },
        "type" => new(item => Json.Text(item, "shareType"), Order == "desc"),
        _ => new(item => Json.Text(item, Sort), Order == "desc"),
    };

    /// <summary>The types that are asked for, or else those of the list itself.</summary>
    public IReadOnlyList<string> Wanted(params string[] otherwise) => Types?.Split(',') ?? otherwise;
}

/// <param name="IsDiscovery">Asks for the shares that are offered and not accepted, under an address of their own.</param>
public sealed record ListShares(Actor By, Ref Project, ShareFilter Filter, int? Limit, bool IsDiscovery = false) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/shares{(IsDiscovery ? "/discover" : "")}")
    {
        Paging = Paging.Header,
        Query = [.. Filter.Query(state), .. PageQuery.Of(Limit)],
    };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project) is { } refusal) return Refused(state, refusal);
        string[] filter = [.. Filter.WrongFields()], page = [.. PageQuery.WrongFields(Limit)];
        if (filter.Length + page.Length > 0)
            return Refused(state, [.. new[] { filter, page, [.. filter, .. page] }.Where(fields => fields.Length > 0).Select(Expected.Invalid)]);
        var types = IsDiscovery ? [Seeing.Available] : Filter.Wanted(Seeing.Publisher, Seeing.Subscriber);
        var found = state.LiveShares.Where(share => types.Contains(Seeing.TypeOf(state, share, Project)) && Filter.Accepts(state, share));
        return Outcome.Of(state, Expected.Listed(found.Select(share => ShareView.InList(state, share, Project)), Filter.InOrder()));
    }
}
