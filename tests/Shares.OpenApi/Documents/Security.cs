using System.Text.Json.Nodes;
using Shares.Web.Gate;

namespace Shares.OpenApi.Documents;

/// <summary>How callers say who they are.</summary>
internal static class Security
{
    private const string Token = "token";
    private const string Signature = "signature";

    public static JsonObject Schemes() => new()
    {
        [Token] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["bearerFormat"] = "JWT",
            ["description"] = "People, under `/api`: a token of the issuer. `sub`, or else `username`, is the user; groups are in `cognito:groups` or `groups`.",
        },
        [Signature] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "header",
            ["name"] = "Authorization",
            ["x-amazon-apigateway-authtype"] = "awsSigv4",
            ["description"] = "AWS roles, under `/iam`: Signature Version 4 for the service `execute-api`.",
        },
    };

    public static JsonArray Of(Who who)
    {
        if (who == Who.Anyone) return [];
        var schemes = new JsonArray();
        if (who != Who.Pipeline) schemes.Add(new JsonObject { [Token] = new JsonArray() });
        if ((who & (Who.Pipeline | Who.Finance)) != 0) schemes.Add(new JsonObject { [Signature] = new JsonArray() });
        return schemes;
    }
}
