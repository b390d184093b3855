using Shares.Data.Streams;
using Shares.Hosting;
using Shares.Provisioning.StorageChanges;
using Shares.Provisioning.TableChanges;
using Shares.Provisioning.VerifyStorage;

namespace Shares.Provisioning;

/// <summary>Gives each event to what it wakes.</summary>
public sealed class ProvisioningHandler(TableChangesHandler tableChanges, ScheduledVerification verification, StorageChangeHandler storageChanges)
{
    private static readonly BatchResponse Nothing = new([]);

    /// <returns>What the stream's mapping reads; other sources do not look at it.</returns>
    /// <exception cref="NotSupportedException">Some other event.</exception>
    public async Task<BatchResponse> HandleAsync(ProvisioningEvent woken, InvocationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(woken);
        switch (woken)
        {
            case { Records: { } records }:
                return await tableChanges.HandleAsync(new TableStreamEvent(records), context, ct);
            case { DetailType: ProvisioningEvent.Scheduled }:
                await verification.RunAsync(context, ct);
                return Nothing;
            case { DetailType: ProvisioningEvent.ApiCall, Detail: { } change }:
                await storageChanges.HandleAsync(change, context, ct);
                return Nothing;
            default:
                throw new NotSupportedException($"Nothing is woken by {woken.DetailType ?? "this event"}.");
        }
    }
}
