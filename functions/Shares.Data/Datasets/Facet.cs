using Shares.Core;
using Shares.Core.Sharing;

namespace Shares.Data.Datasets;

/// <summary>
/// A value of a field, and what has it among the project's datasets that are not deleted. What only a COMPLETED dataset has, files, is
/// counted of those alone.
/// </summary>
/// <param name="Count">Datasets.</param>
/// <param name="Completed">Those that shares can select.</param>
/// <param name="UsedInShares">Shares of the project that select by it.</param>
public sealed record Facet(SelectionField Field, string Value, long Count, long Completed, ByteCount Bytes, long Files, long UsedInShares);
