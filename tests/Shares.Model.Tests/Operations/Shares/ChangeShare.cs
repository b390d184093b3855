using System.Collections.Immutable;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

public sealed record EditShare(Actor By, Ref Project, Ref Share, ShareBody Body, string? IfMatch = null) : Operation(By)
{
    public override Call Call(State state) =>
        new Call("PUT", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}") { IfMatch = IfMatch }.With(Body.Json(state));

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        if (Refusals(state, share).ToList() is { Count: > 0 } refusals) return Refused(state, refusals);

        var said = Body.ApplyTo(state, share);
        var isChange = !said.SaysTheSameAs(share) || share.Version.TookForChange(seen, share.UpdatedAt);
        var next = isChange ? Changed(state, share, said) : share;
        var shown = Expected.Ok(ShareView.Detail(state, next, Project)) with { Version = next.Version };
        var changed = state.With(next with { Version = next.Version.Seen(seen.ETag) });
        string[] fields = [.. said.FieldsThatDifferFrom(share)];
        return Outcome.Of(fields.Length == 0 ? changed : changed.Logged(By, Project, LogEntry.ShareUpdated, share.Id, fields), shown);
    }

    private static Share Changed(State state, Share share, Share said) => said with
    {
        UpdatedAt = state.Now,
        Version = share.Version.Changed(null),
        Storage = share.Storage with { Download = share.Storage.Download && !said.IsViewRestricted, IsCurrent = false },
    };

    private IEnumerable<Expected> Refusals(State state, Share share)
    {
        if (!share.Version.Matches(IfMatch)) yield return Expected.VersionMismatch;
        foreach (var refusal in ShareRefusals.OfBody(state, Body, Project, share)) yield return refusal;
    }
}

public sealed record DeleteShare(Actor By, Ref Project, Ref Share, string? IfMatch = null) : Operation(By)
{
    public override Call Call(State state) => new("DELETE", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}") { IfMatch = IfMatch };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        if (!share.Version.Matches(IfMatch)) return Refused(state, Expected.VersionMismatch);
        return Outcome.Of(state.With(share with { IsDeleted = true }).Logged(By, Project, LogEntry.ShareDeleted, share.Id), Expected.Ok());
    }
}

/// <summary>Also of a share that the project has accepted, or given back, before: then nothing changes.</summary>
/// <param name="Leaves">Unsubscribes.</param>
public sealed record Subscribe(Actor By, Ref Project, Ref Share, bool Leaves) : Operation(By)
{
    public override Call Call(State state) =>
        new("PUT", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}:{(Leaves ? "unsubscribe" : "subscribe")}");

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        return Seeing.TypeOf(state, share, Project) switch
        {
            null => Refused(state, Expected.NotFound),
            Seeing.Publisher => Refused(state, Expected.Invalid(["share"])),
            Seeing.Subscriber when Leaves => 
                Changed(state, share with { Storage = share.Storage with { IsCurrent = false } }, share.Subscribers.Remove(Project.Place), LogEntry.ShareUnsubscribed),
            Seeing.Available when !Leaves =>
                Changed(state, share, share.Subscribers.Add(Project.Place, new(state.IdOf(By), state.Now)), LogEntry.ShareSubscribed),
            _ => Outcome.Of(state, Expected.Ok()),
        };
    }

    /// <summary>Both projects' logs tell.</summary>
    private Outcome Changed(State state, Share share, ImmutableSortedDictionary<int, Subscription> subscribers, string action)
    {
        var next = state.With(share with { Subscribers = subscribers });
        return Outcome.Of(next.Logged(By, Project, action, share.Id).Logged(By, share.Publisher, action, share.Id), Expected.Ok());
    }
}
