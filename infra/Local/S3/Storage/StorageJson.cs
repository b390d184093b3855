using System.Text.Json.Serialization;

namespace Shares.Local.S3.Storage;

[JsonSerializable(typeof(BucketInfo))]
[JsonSerializable(typeof(StoredObject))]
public sealed partial class StorageJson : JsonSerializerContext;
