using System.Collections.Immutable;

namespace Shares.Model.Tests.Rules;

/// <summary>
/// What is known of a thing's ETag, which may be any text: the same as long as the thing is the same, and never again one that it had.
/// </summary>
/// <param name="Current">Null while no answer has told it.</param>
public sealed record VersionTag(string? Current, ImmutableHashSet<string> Past)
{
    public static readonly VersionTag New = new(null, []);

    /// <summary>After a change whose answer had that tag, or none.</summary>
    public VersionTag Changed(string? seen) => new(seen, Current is null ? Past : Past.Add(Current));

    /// <summary>After an answer that told it.</summary>
    public VersionTag Seen(string? tag) => this with { Current = Current ?? tag };

    /// <summary>Whether an <c>If-Match</c> names this version. One that was never given to anybody names none.</summary>
    public bool Matches(string? condition) => condition is null or "*" || condition == Current;

    /// <summary>Whether the answer to saying the same again took it for a change, which the rules leave open.</summary>
    public bool TookForChange(Answer seen, DateTimeOffset updatedAt) =>
        Current is null ? Json.Text(seen.Body, "updatedAt") != Texts.Time(updatedAt) : seen.ETag != Current;

    /// <summary>What is wrong with the tag of an answer that shows the thing; null when nothing is.</summary>
    public string? DifferenceTo(string? tag) => tag switch
    {
        null or "" => "ETag: there is none",
        _ when Current is not null && tag != Current => $"ETag: {tag} instead of {Current}, though nothing has changed",
        _ when Past.Contains(tag) => $"ETag: {tag} was that of an earlier version",
        _ => null,
    };
}
