namespace Shares.Local.Streams;

/// <summary>Brings batches to a function as an event source mapping does, until each record is done or given up on.</summary>
/// <param name="invoke">Gives a batch to the function.</param>
/// <param name="giveUp">Told of records that have no tries left, with the last error.</param>
public sealed class BatchDelivery(
    DeliveryRules rules,
    Func<IReadOnlyList<StreamRecord>, CancellationToken, Task<BatchResult>> invoke,
    Action<IReadOnlyList<StreamRecord>, string> giveUp,
    TimeProvider time)
{
    /// <summary>Completes when every record is settled; the order within the batch is kept.</summary>
    public async Task DeliverAsync(IReadOnlyList<StreamRecord> batch, CancellationToken cancellationToken)
    {
        var left = batch;
        for (var tries = 1; left.Count > 0; tries++)
        {
            var result = await invoke(left, cancellationToken);
            left = [.. left.Skip(result.Done)];
            if (left.Count == 0) return;
            if (result.Error is not null && rules.Bisects && left.Count > 1)
            {
                await Task.Delay(rules.Wait(tries), time, cancellationToken);
                await DeliverAsync([.. left.Take(left.Count / 2)], cancellationToken);
                await DeliverAsync([.. left.Skip(left.Count / 2)], cancellationToken);
                return;
            }

            if (tries > rules.MaximumRetryAttempts)
            {
                giveUp(left, result.Error ?? "the function reported the first of them as failed");
                return;
            }

            // Another record is the first now; this was its first try.
            if (result.Done > 0) tries = 1;
            await Task.Delay(rules.Wait(tries), time, cancellationToken);
        }
    }
}
