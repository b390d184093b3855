using System.Text.Json.Serialization;

namespace Shares.Data.Streams;

[JsonSourceGenerationOptions(Converters = [typeof(AttributeValueConverter)], GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TableStreamEvent))]
public sealed partial class TableStreamJson : JsonSerializerContext;
