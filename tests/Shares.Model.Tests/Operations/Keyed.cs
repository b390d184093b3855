using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations;

/// <summary>A creation with an <c>Idempotency-Key</c>: however often it is sent, it has the effect of one.</summary>
public sealed record Keyed(Operation Creation, string Key) : Operation(Creation.By)
{
    private static readonly Expected[] AtTheGate = [Expected.Unauthenticated, Expected.RoleTooLow, Expected.NotFound];

    public override Call Call(State state) => Creation.Call(state) with { IdempotencyKey = Key };

    public override Outcome Apply(State state, Answer seen)
    {
        var outcome = (Creation with { Place = Place }).Apply(state, seen);
        if (outcome.Allowed.All(AtTheGate.Contains)) return outcome;

        var (key, request) = ($"{state.IdOf(By)} {Key}", Creation.Call(state).ToString());
        var before = state.Keys.GetValueOrDefault(key);
        if (before is not null && before.Request != request) return Refused(state, Expected.KeyReused);
        if (before?.MadeId is { } made) return Outcome.Of(state, new(201) { Members = new() { ["id"] = made } });
        var isMade = !outcome.Allowed[0].IsRefusal;
        return outcome with { Next = outcome.Next with { Keys = outcome.Next.Keys.SetItem(key, new(request, isMade ? seen.NewId : null)) } };
    }
}
