using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <summary>How storage stands, for the publisher.</summary>
/// <param name="Verifies">Asks for storage to be compared; the answer is the same.</param>
public sealed record GetEnforcement(Actor By, Ref Project, Ref Share, bool Verifies) : Operation(By)
{
    public override Call Call(State state)
    {
        var path = $"/projects/{state.IdOf(Project)}/shares/{state.IdOf(Share)}";
        return Verifies ? new Call("POST", $"{path}:verify").With(new JsonObject()) : new Call("GET", $"{path}/enforcement");
    }

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(state, By, Who.Admin, Project, share: Share) is { } refusal) return Refused(state, refusal);
        var share = state.Share(Share)!;
        if (ShareRefusals.UnlessPublisher(state, share, Project) is { } notTheirs) return Refused(state, notTheirs);
        var next = Verifies ? share with { Storage = share.Storage with { VerificationAskedAt = state.Now } } : share;
        return Outcome.Of(state.With(next), Expected.Ok(View(next)));
    }

    private static JsonObject View(Share share) => new()
    {
        ["state"] = share.Storage.IsCurrent ? "ENFORCED" : "PENDING",
        ["verificationRequestedAt"] = share.Storage.VerificationAskedAt is { } at ? Texts.Time(at) : null,
        ["liveRevocations"] = 0,
        ["differences"] = new JsonArray(),
    };
}
