using Shares.Core.Sharing;

namespace Shares.Data.Datasets;

/// <summary>A value that datasets of a project have in a field, and how many have it: at least one.</summary>
public sealed record Facet(SelectionField Field, string Value, long Count);
