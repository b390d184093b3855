using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations;

/// <summary>Something that somebody does: the request that it makes, and what the rules say comes of it.</summary>
public abstract record Operation(Actor By)
{
    /// <summary>In the sequence that it was made for; names what it makes.</summary>
    public int Place { get; init; }

    public abstract Call Call(State state);

    /// <param name="seen">Tells what the rules leave to the service: ids and version tags.</param>
    public abstract Outcome Apply(State state, Answer seen);

    protected static Outcome Refused(State state, params IReadOnlyList<Expected> allowed) => new(state, allowed);
}

/// <summary>Not a request: something that happens beside the service.</summary>
public abstract record Happening : Operation
{
    protected Happening() : base(new Actor.Nobody()) { }

    public sealed override Call Call(State state) => new("", Text);

    public sealed override Outcome Apply(State state, Answer seen) => Outcome.Of(Apply(state), new Expected(seen.Status));

    protected abstract string Text { get; }

    protected abstract State Apply(State state);
}
