using Shares.Web.Errors;

namespace Shares.Web.OpenApi;

/// <summary>What the functions have in common: refusals.</summary>
public static class WebDescription
{
    public static Type Problem => typeof(ProblemBody);

    public static FunctionDescription Shared => new(
        [],
        [
            new(typeof(ProblemBody))
            {
                ["type"] = Shape.OneOf("about:blank"),
                ["title"] = Shape.String,
                ["status"] = Shape.Integer(400, 599),
                ["detail"] = Shape.String,
                ["instance"] = Shape.String,
                ["traceId"] = Shape.String,
                ["statusCode"] = Shape.Integer(400, 599),
                ["errorCode"] = Shape.Matching("^[A-Z_]+$"),
                ["errorDetail"] = Shape.String,
            },
        ],
        ProblemJson.Default.Options);
}
