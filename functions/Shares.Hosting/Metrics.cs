using System.Buffers;
using System.Text.Json;
using Shares.Hosting.Logging;

namespace Shares.Hosting;

/// <summary>
/// Metrics of namespace <c>Shares</c> with dimension <c>service</c>, in CloudWatch embedded metric format: one line an invocation.
/// Several values of one name are kept as a distribution; the unit of a name is the one that it was first added with.
/// </summary>
public sealed class Metrics(LambdaEnvironment environment, JsonLines lines, TimeProvider time) : IDisposable
{
    /// <summary>CloudWatch takes at most this many metrics a line, and values a metric.</summary>
    private const int Limit = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (MetricUnit Unit, List<double> Values)> pending = new(StringComparer.Ordinal);

    /// <param name="name">At most 1,024 ASCII characters; not <c>_aws</c>, <c>service</c> or <c>function_request_id</c>.</param>
    public void Add(string name, double value, MetricUnit unit = MetricUnit.Count)
    {
        lock (gate)
        {
            if (pending.TryGetValue(name, out var metric) ? metric.Values.Count == Limit : pending.Count == Limit) Flush();
            if (!pending.TryGetValue(name, out metric)) pending[name] = metric = (unit, []);
            metric.Values.Add(value);
        }
    }

    /// <summary>Writes what was added since the last time; called after every invocation.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (pending.Count == 0) return;
            var buffer = new ArrayBufferWriter<byte>(512);
            using (var json = new Utf8JsonWriter(buffer)) Write(json);
            lines.Write(buffer.WrittenSpan);
            pending.Clear();
        }
    }

    public void Dispose() => Flush();

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("_aws"u8);
        json.WriteNumber("Timestamp"u8, time.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics"u8);
        json.WriteStartObject();
        json.WriteString("Namespace"u8, "Shares"u8);
        json.WriteStartArray("Dimensions"u8);
        json.WriteStartArray();
        json.WriteStringValue("service"u8);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics"u8);
        foreach (var (name, (unit, _)) in pending)
        {
            json.WriteStartObject();
            json.WriteString("Name"u8, name);
            json.WriteString("Unit"u8, Enum.GetName(unit));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("service"u8, environment.Service);
        if (InvocationScope.Current is { } scope) json.WriteString("function_request_id"u8, scope.Context.RequestId);
        foreach (var (name, (_, values)) in pending)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteNumberValue(value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
