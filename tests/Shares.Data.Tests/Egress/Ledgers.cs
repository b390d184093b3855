using Shares.Core.Egress;
using Shares.Core.Egress.Ledger;
using Shares.Core.Ids;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Egress;

/// <summary>Rows of the ledger and requests that add to them.</summary>
internal static class Ledgers
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    public static LedgerRow.Attributed Row(ProjectId publisher, DateOnly? day = null) => new(
        publisher, new(day ?? Day, New<ShareId>(), New<DatasetId>(), New<ProjectId>(), PrincipalId.Parse("ada"), TransferZone.Internet, AccessRoute.PresignedUrl));

    public static LedgerEvent Event(string request, long bytes = 1, bool isUpdate = false, bool isAttributed = true) =>
        new(request, new(isAttributed, isUpdate, default), EgressAmount.Served(bytes));

    /// <summary>Requests that nobody else has.</summary>
    public static IReadOnlyList<LedgerEvent> Events(int count, long bytes = 1)
    {
        var name = New<AuditEventId>().Hex();
        return [.. Enumerable.Range(0, count).Select(n => Event($"{name}-{n}", bytes))];
    }
}
