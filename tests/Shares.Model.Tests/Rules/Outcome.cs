namespace Shares.Model.Tests.Rules;

/// <summary>What comes of an operation by the rules.</summary>
/// <param name="Next">What there is afterwards, if the answer is the first of those allowed; refusals leave everything as it was.</param>
/// <param name="Allowed">More than one where a request is wrong in several ways and the rules do not say which is told.</param>
public sealed record Outcome(State Next, IReadOnlyList<Expected> Allowed)
{
    public static Outcome Of(State next, Expected expected) => new(next, [expected]);

    /// <summary>Null when the answer is one of those allowed.</summary>
    public string? DifferenceTo(Answer answer)
    {
        var differences = Allowed.Select(expected => expected.DifferenceTo(answer)).ToList();
        return differences.Contains(null) ? null : string.Join("; or ", differences);
    }
}
