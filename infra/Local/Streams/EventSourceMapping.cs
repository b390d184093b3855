using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Lambda;
using Shares.Local.Template;

namespace Shares.Local.Streams;

/// <summary>Delivers the changes of the table to one function, by the template's mapping.</summary>
public sealed class EventSourceMapping
{
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(100);

    private readonly LocalLambda _lambda;
    private readonly string _function;
    private readonly StreamSourceModel _source;
    private readonly TableModel _table;
    private readonly ILogger _logger;
    private readonly IReadOnlyList<EventPattern> _filters;
    private readonly BatchDelivery _delivery;

    public EventSourceMapping(LocalLambda lambda, string function, StreamSourceModel source, TableModel table, TimeProvider time, ILogger logger)
    {
        (_lambda, _function, _source, _table, _logger) = (lambda, function, source, table, logger);
        _filters = [.. source.Filters.Select(filter => new EventPattern(filter))];
        var rules = new DeliveryRules(source.MaximumRetryAttempts, source.BisectBatchOnFunctionError, Backoff);
        _delivery = new(rules, InvokeAsync, GiveUp, time);
    }

    /// <summary>Settles a page of a shard. Records of one partition key stay in order; as many others as the mapping says go on beside them.</summary>
    public Task DeliverAsync(IReadOnlyList<JsonNode> page, string streamLabel, CancellationToken cancellationToken)
    {
        var records = page.Select(record => StreamRecord.From(record, _table.Name, streamLabel)).Where(IsWanted);
        var lanes = records.GroupBy(record => Lane(record.PartitionKey(_table.PartitionKey)));
        return Task.WhenAll(lanes.Select(async lane =>
        {
            foreach (var batch in lane.Chunk(_source.BatchSize)) await _delivery.DeliverAsync(batch, cancellationToken);
        }));
    }

    private bool IsWanted(StreamRecord record) => _filters.Count == 0 || _filters.Any(filter => filter.Matches(record.Event));

    private int Lane(string partitionKey) => Encoding.UTF8.GetBytes(partitionKey).Sum(letter => letter) % _source.ParallelizationFactor;

    private async Task<BatchResult> InvokeAsync(IReadOnlyList<StreamRecord> batch, CancellationToken cancellationToken)
    {
        var answer = (await _lambda.InvokeAsync(_function, StreamRecord.ToEvent(batch), cancellationToken)).Answer;
        if (answer.IsError) return BatchResult.Failed(answer.ErrorType);
        return _source.ReportBatchItemFailures ? BatchResult.Read(answer.Payload.Span, batch) : new(batch.Count, null);
    }

    private void GiveUp(IReadOnlyList<StreamRecord> records, string error) => _logger.LogWarning(
        "{Function} was given {Count} change(s) of the table as often as the template says and failed ({Error}); {Destination} would get {First} to {Last}",
        _function, records.Count, error, _source.FailureDestination ?? "nobody", records[0].SequenceNumber, records[^1].SequenceNumber);
}
