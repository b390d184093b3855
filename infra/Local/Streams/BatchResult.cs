using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shares.Local.Streams;

/// <summary>What a function said of a batch.</summary>
/// <param name="Done">How many records from the beginning of the batch need no more tries.</param>
/// <param name="Error"><see langword="null"/> when the rest failed one by one (or nothing did); else why all of it did.</param>
public sealed record BatchResult(int Done, string? Error)
{
    public static BatchResult Failed(string error) => new(0, error);

    /// <summary>
    /// Lambda's rules: without <c>batchItemFailures</c> all succeeded; else everything before the first named record did, unless a name is missing or
    /// unknown, which fails the whole batch.
    /// </summary>
    public static BatchResult Read(ReadOnlySpan<byte> response, IReadOnlyList<StreamRecord> batch)
    {
        try
        {
            if (response.IsEmpty || JsonNode.Parse(response) is not JsonObject { } answer || answer["batchItemFailures"] is not JsonArray failures)
                return new(batch.Count, null);
            var first = batch.Count;
            foreach (var failure in failures)
            {
                var name = failure?["itemIdentifier"]?.GetValue<string>();
                var index = batch.TakeWhile(record => record.SequenceNumber != name).Count();
                if (index == batch.Count) return Failed($"the function named a record that it did not get: {name}");
                first = Math.Min(first, index);
            }

            return new(first, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Failed("the function's response is not understood");
        }
    }
}
