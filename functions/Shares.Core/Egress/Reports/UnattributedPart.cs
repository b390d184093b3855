using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Core.Egress.Reports;

/// <summary>What no publisher pays of a zone: with it, the rows add up to the bill.</summary>
/// <param name="Bytes">What the account sent and no row explains; negative only in corrections.</param>
internal readonly record struct UnattributedPart(TransferZone Zone, long Bytes, Money Cost, bool IsCorrection)
{
    private bool IsNothing => Bytes == 0 && Cost.Amount == 0;

    /// <summary>Of the first statement, then what each later one changed.</summary>
    public static IEnumerable<UnattributedPart> Of(ReportHead head)
    {
        Statement? before = null;
        foreach (var statement in head.Corrected.Append(head.Statement))
        {
            foreach (var part in Changes(before, statement)) yield return part;
            before = statement;
        }
    }

    public static long BytesOf(ZoneTotal zone) => Math.Max(zone.Billed.Value, zone.Attributed.Value + zone.Unattributed.Value) - zone.Attributed.Value;

    private static IEnumerable<UnattributedPart> Changes(Statement? before, Statement now) => now.Zones
        .Select(zone => before?.Of(zone.Zone) is { } old
            ? new UnattributedPart(zone.Zone, BytesOf(zone) - BytesOf(old), zone.UnattributedCost - old.UnattributedCost, IsCorrection: true)
            : new UnattributedPart(zone.Zone, BytesOf(zone), zone.UnattributedCost, IsCorrection: false))
        .Where(part => !part.IsNothing);
}
