using Shares.Core;
using Shares.Core.Sharing;
using Shares.Data.Datasets;

namespace Shares.Api.PreviewShare;

/// <summary>What a selection holds in all, as far as that is known without looking at its datasets.</summary>
internal sealed record PreviewCount(long Datasets, ByteCount Bytes, long Files)
{
    /// <summary>Of a selection by one value, which the table counts; null for others.</summary>
    /// <param name="facets">Of the selection's values.</param>
    public static PreviewCount? Known(Selection selection, IReadOnlyDictionary<Condition, Facet> facets) => selection.Conditions switch
    {
        [] => new(0, default, 0),
        [{ Field: not SelectionField.DatasetId } only] => facets.GetValueOrDefault(only) is { } facet
            ? new(facet.Completed, facet.Bytes, facet.Files)
            : new(0, default, 0),
        _ => null,
    };
}
