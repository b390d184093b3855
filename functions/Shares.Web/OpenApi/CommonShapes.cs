using Shares.Core;

namespace Shares.Web.OpenApi;

/// <summary>Members that mean the same in every body.</summary>
public static class CommonShapes
{
    public static readonly IReadOnlyDictionary<string, Shape> Members = new Dictionary<string, Shape>
    {
        ["id"] = Shape.Uuid,
        ["projectId"] = Shape.Uuid,
        ["datasetId"] = Shape.Uuid,
        ["shareId"] = Shape.Uuid,
        ["originatingProjectId"] = Shape.Uuid,
        ["sourceDatasetIds"] = Shape.List(Shape.Uuid),
        ["datasetIds"] = Shape.List(Shape.Uuid),
        ["sharedProjectIds"] = Shape.List(Shape.Uuid),
        ["classificationIds"] = Shape.List(Shape.String),
        ["keywords"] = Shape.List(Shape.Text(TextRule.Keyword)),
        ["name"] = Shape.String,
        ["description"] = Shape.String,
        ["message"] = Shape.String,
        ["statusMessage"] = Shape.String,
        ["organization"] = Shape.String,
        ["billingAccountId"] = Shape.String,
        ["bucket"] = Shape.String,
        ["processId"] = Shape.Text(TextRule.ProcessId),
        ["createdBy"] = Shape.Text(TextRule.UserId),
        ["username"] = Shape.Text(TextRule.UserId),
        ["nextToken"] = Shape.String,
        ["path"] = Shape.String,
        ["url"] = Shape.Uri,
        ["s3"] = Shape.Matching("^$|^s3://"),
    };

    /// <summary>Parameters of paths.</summary>
    public static readonly IReadOnlyDictionary<string, (string Description, Shape Shape)> Paths = new Dictionary<string, (string, Shape)>
    {
        ["project"] = ("The project that the caller acts for.", Shape.Uuid),
        ["dataset"] = ("A dataset, of the project or received through a share.", Shape.Uuid),
        ["share"] = ("A share, published by the project, subscribed to, or offered to it.", Shape.Uuid),
        ["usage"] = ("A usage of the share.", Shape.Uuid),
    };
}
