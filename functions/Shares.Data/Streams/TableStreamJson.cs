using System.Text.Json.Serialization;

namespace Shares.Data.Streams;

[JsonSerializable(typeof(TableStreamEvent))]
public sealed partial class TableStreamJson : JsonSerializerContext;
