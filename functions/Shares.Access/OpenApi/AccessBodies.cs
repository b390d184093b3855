using Shares.Access.CompleteDataset;
using Shares.Access.ListFiles;
using Shares.Access.PresignFiles;
using Shares.Access.VendPipelineToken;
using Shares.Access.VendStorageToken;
using Shares.Core.Datasets;
using Shares.Web.OpenApi;

namespace Shares.Access.OpenApi;

/// <summary>Bounds of members, from the same constants that the validation has.</summary>
internal static class AccessBodies
{
    public static readonly IReadOnlyList<BodyShape> All =
    [
        new(typeof(ListFilesResponse))
        {
            ["domain"] = Shape.Matching("^$|^s3://[^/]+/datasets/"),
            ["viz"] = Shape.List(Shape.String), ["tables"] = Shape.List(Shape.String), ["artifacts"] = Shape.List(Shape.String),
        },
        new(typeof(PresignFilesRequest))
        {
            ["paths"] = Shape.List(Shape.Text(1, 1024), PresignFilesRequest.MaxUrls, 1),
            ["limit"] = Shape.Integer(1, PresignFilesRequest.MaxUrls),
            ["expiresInSeconds"] = Shape.Integer(PresignFilesRequest.ShortestLife, PresignFilesRequest.LongestLife),
        },
        new(typeof(CompleteDatasetResponse)) { ["status"] = Shape.OneOf<DatasetStatus>() },
        new(typeof(StorageTokenRequest))
        {
            Required = ["accessType"],
            ["accessType"] = Shape.OneOf<StorageAccessType>(),
            ["tokenLifetimeHours"] = Shape.Over(0),
        },
        new(typeof(CredentialsResponse))
        {
            ["accessKeyId"] = Shape.String, ["secretAccessKey"] = Shape.String, ["sessionToken"] = Shape.String, ["region"] = Shape.String,
        },
        new(typeof(PipelineTokenRequest))
        {
            Required = ["executionId", "datasetIds"],
            ["executionId"] = Shape.Uuid,
            ["datasetIds"] = Shape.List(Shape.Uuid, PipelineTokenRequest.MaxDatasets, 1),
        },
    ];
}
