using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

public sealed record GetShare(Actor By, Ref Project, Ref Share) : Operation(By)
{
    public override Call Call(State state) => new("GET", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}");

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (Seeing.TypeOf(state, share, Project) is null) return Refused(state, Expected.NotFound);
        var shown = Expected.Ok(ShareView.Detail(state, share, Project)) with { Version = share.Version };
        return Outcome.Of(state.With(share with { Version = share.Version.Seen(seen.ETag) }), shown);
    }
}

/// <summary>Who has accepted a share, for the publisher.</summary>
public sealed record ListSubscriptions(Actor By, Ref Project, Ref Share, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}/subscriptions") { Paging = Paging.Header, Query = PageQuery.Of(Limit) };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        if (PageQuery.WrongFields(Limit).ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        return Outcome.Of(state, Expected.Listed(share.Projects.Select(project => ShareView.Subscription(state, share, project))));
    }
}

/// <summary>What a share holds, for everybody who sees it.</summary>
public sealed record ListShareDatasets(Actor By, Ref Project, Ref Share, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}/datasets") { Paging = Paging.Body, Query = PageQuery.Of(Limit) };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Reader, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (Seeing.TypeOf(state, share, Project) is null) return Refused(state, Expected.NotFound);
        if (PageQuery.WrongFields(Limit).ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var held = state.Datasets.Values.Where(dataset => Seeing.Holds(share, dataset));
        return Outcome.Of(state, Expected.Listed(held.Select(dataset => DatasetView.InList(state, dataset, Project, share))));
    }
}
