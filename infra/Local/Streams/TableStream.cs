using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;

namespace Shares.Local.Streams;

/// <summary>The table's stream on its way to a function, from <see cref="StartDelivery"/> until disposal.</summary>
public sealed class TableStream(DynamoDbClient client, string streamArn, EventSourceMapping mapping, Checkpoints checkpoints, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly string _label = streamArn[(streamArn.LastIndexOf('/') + 1)..];
    private Task _running = Task.CompletedTask;

    public void StartDelivery() => _running = RunAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await new StreamReader(client, streamArn, checkpoints, DeliverAsync, time).RunAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The table's stream could not be read; trying again");
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }

    private Task DeliverAsync(IReadOnlyList<JsonNode> page, CancellationToken cancellationToken) => mapping.DeliverAsync(page, _label, cancellationToken);
}
