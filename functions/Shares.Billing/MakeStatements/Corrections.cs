using System.Runtime.CompilerServices;

namespace Shares.Billing.MakeStatements;

/// <summary>
/// The rows of a closed month over all its versions: those of the first as they were, and after each what later versions add to it or take back.
/// All together are the last version, to the last digit. Memory grows with the versions, not with the rows.
/// </summary>
public static class Corrections
{
    /// <param name="versions">The rows of each version, in the order of snapshots; the first version first.</param>
    public static async IAsyncEnumerable<PricedRow> MergeAsync(IReadOnlyList<IAsyncEnumerable<PricedRow>> versions, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var heads = versions.Select(version => version.GetAsyncEnumerator(ct)).ToList();
        try
        {
            var isThere = new bool[heads.Count];
            for (var n = 0; n < heads.Count; n++) isThere[n] = await heads[n].MoveNextAsync();
            while (Array.Exists(isThere, there => there))
            {
                var next = heads.Where((_, n) => isThere[n]).Select(head => head.Current.Line).Aggregate((a, b) => a.CompareTo(b) <= 0 ? a : b);
                PricedRow? before = null;
                for (var n = 0; n < heads.Count; n++)
                {
                    var row = isThere[n] && heads[n].Current.Line.CompareTo(next) == 0 ? heads[n].Current : null;
                    if (row is not null) isThere[n] = await heads[n].MoveNextAsync();
                    if (n == 0 && row is not null) yield return row;
                    else if (n > 0 && ChangeOf(before, row) is { IsNothing: false } change) yield return change;
                    before = row;
                }
            }
        }
        finally
        {
            foreach (var head in heads) await head.DisposeAsync();
        }
    }

    private static PricedRow? ChangeOf(PricedRow? before, PricedRow? after) =>
        (after ?? before?.Zero())?.Less(before ?? after!.Zero());
}
