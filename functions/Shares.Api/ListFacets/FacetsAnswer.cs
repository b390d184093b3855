namespace Shares.Api.ListFacets;

/// <summary>The values that datasets of a project have, each list by value.</summary>
/// <param name="IsComplete">False when there are too many for one answer; those that the most datasets have are there.</param>
internal sealed record FacetsAnswer(
    IReadOnlyList<TagFacet> Tags, IReadOnlyList<ValueFacet> Creators, IReadOnlyList<ValueFacet> DataTypes, bool IsComplete);

/// <param name="Count">Datasets that have it.</param>
internal sealed record ValueFacet(string Value, long Count);

/// <param name="Count">Datasets that have it.</param>
/// <param name="UsedInShare">A share of the project selects by it: who gives or takes the tag changes what is shared.</param>
/// <param name="Shares">How many do.</param>
internal sealed record TagFacet(string Value, long Count, bool UsedInShare, long Shares);
