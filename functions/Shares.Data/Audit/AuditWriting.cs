using Shares.Core.Audit;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Audit;

internal static class AuditWriting
{
    /// <summary>Adds entries of the log to the transaction that they tell of. Null, of a change that changed nothing, adds none.</summary>
    public static WriteBatch Log(this WriteBatch batch, params IEnumerable<AuditEvent?> entries)
    {
        foreach (var entry in entries.OfType<AuditEvent>()) batch.Put(AuditItem.ToItem(entry));
        return batch;
    }
}
