using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <summary>Who reads what through a share, for the publisher; latest first.</summary>
public sealed record ListUsages(Actor By, Ref Project, Ref Share, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}/usages") { Paging = Paging.Body, Query = PageQuery.Of(Limit) };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        if (PageQuery.WrongFields(Limit).ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var known = share with { Usages = [.. share.Usages.Select(usage => usage with { Id = IdIn(state, usage, seen) })] };
        return Outcome.Of(state.With(known), Expected.Listed(known.Usages.Select(usage => Listed(state, usage)), LatestFirst));
    }

    private static readonly ListOrder LatestFirst = new(item => Json.Text(item, "createdAt"), IsDescending: true);

    /// <summary>No execution asks twice in one second, so what a usage is about tells which one it is.</summary>
    private static string IdIn(State state, Usage usage, Answer seen) =>
        usage.Id ?? seen.Items.Where(item => Json.Difference(View(state, usage), item, "") is null).Select(item => Json.Text(item, "id")).FirstOrDefault("(not listed)");

    private static JsonObject Listed(State state, Usage usage)
    {
        var view = View(state, usage);
        view["id"] = usage.Id;
        return view;
    }

    private static JsonObject View(State state, Usage usage) => new()
    {
        ["consumingItem"] = new JsonObject { ["type"] = "DATASET", ["id"] = usage.Execution },
        ["consumingProjectId"] = state.IdOf(new Ref(usage.Project)),
        ["originatingDatasetId"] = state.IdOf(new Ref(usage.Dataset)),
        ["status"] = usage.EndedAt is null ? "RUNNING" : "DELETED",
        ["createdAt"] = Texts.Time(usage.CreatedAt),
        ["updatedAt"] = Texts.Time(usage.EndedAt ?? usage.CreatedAt),
    };
}

/// <summary>The publisher ends what one execution reads; again, it changes nothing.</summary>
/// <param name="Number">Of the usage, in the order in which they were made; one that no list has told yet is not known by its id.</param>
public sealed record RevokeUsage(Actor By, Ref Project, Ref Share, int Number) : Operation(By)
{
    public override Call Call(State state)
    {
        var usage = state.Share(Share)?.Usages.ElementAtOrDefault(Number)?.Id ?? state.IdOf(Ref.Nothing);
        return new("DELETE", $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}/usages/{usage}");
    }

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        if (share.Usages.ElementAtOrDefault(Number) is not { Id: not null } usage) return Refused(state, Expected.NotFound);
        if (usage.EndedAt is not null) return Outcome.Of(state, Expected.Ok());
        var next = share with
        {
            Usages = share.Usages.Replace(usage, usage with { EndedAt = state.Now }),
            CutOff = share.CutOff.Add((usage.Project, usage.Execution)),
            Storage = share.Storage with { IsCurrent = false },
        };
        return Outcome.Of(state.With(next).Logged(By, Project, LogEntry.UsageRevoked, share.Id), Expected.Ok());
    }
}
