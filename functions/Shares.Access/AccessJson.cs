using System.Text.Json.Serialization;
using Shares.Access.CompleteDataset;
using Shares.Access.ListFiles;
using Shares.Access.PresignFiles;
using Shares.Access.VendPipelineToken;
using Shares.Access.VendStorageToken;
using Shares.Web.Bodies;

namespace Shares.Access;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = JsonBody.MaxDepth,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ListFilesResponse))]
[JsonSerializable(typeof(PresignFilesRequest))]
[JsonSerializable(typeof(PresignFilesResponse))]
[JsonSerializable(typeof(StorageTokenRequest))]
[JsonSerializable(typeof(CredentialsResponse))]
[JsonSerializable(typeof(PipelineTokenRequest))]
[JsonSerializable(typeof(PipelineTokenResponse))]
[JsonSerializable(typeof(CompleteDatasetResponse))]
internal sealed partial class AccessJson : JsonSerializerContext;
