using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.Tests.Policies;

/// <summary>The resource policies that enforce shares, written out here so that the local AWS is not tested with the functions' code.</summary>
public static class Guardrails
{
    private const string Pipeline = $"arn:aws:iam::{LocalAccount.Id}:role/SharesPipelineRole";
    private const string Downloader = $"arn:aws:iam::{LocalAccount.Id}:role/SharesDownloadRole";

    public static string OfBucket(string bucket) => $$$"""
        {"Version":"2012-10-17","Statement":[
          {"Sid":"SharesDelegate","Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],
           "Resource":["arn:aws:s3:::{{{bucket}}}","arn:aws:s3:::{{{bucket}}}/*"],
           "Condition":{"ArnLike":{"s3:DataAccessPointArn":"{{{LocalAccount.AccessPointArn("shr-*")}}}"} } },
          {"Sid":"SharesOnlyThroughShares","Effect":"Deny","Principal":"*","Action":"s3:*",
           "Resource":["arn:aws:s3:::{{{bucket}}}","arn:aws:s3:::{{{bucket}}}/*"],
           "Condition":{"ArnEquals":{"aws:PrincipalArn":["{{{Pipeline}}}","{{{Downloader}}}"]},
             "ArnNotLike":{"s3:DataAccessPointArn":"{{{LocalAccount.AccessPointArn("shr-*")}}}"},
             "StringNotEquals":{"aws:PrincipalTag/bucket":"{{{bucket}}}"} } },
          {"Sid":"SharesOnlyTls","Effect":"Deny","Principal":"*","Action":"s3:*",
           "Resource":["arn:aws:s3:::{{{bucket}}}","arn:aws:s3:::{{{bucket}}}/*"],
           "Condition":{"Bool":{"aws:SecureTransport":"false"} } }]}
        """;

    public static string OfAccessPoint(string name, JsonNode? revocation)
    {
        var isDownload = name.Contains("-d", StringComparison.Ordinal);
        var statements = new JsonArray(
            Deny(name, new JsonObject { ["ArnNotEquals"] = new JsonObject { ["aws:PrincipalArn"] = isDownload ? Downloader : Pipeline } }),
            Deny(name, isDownload
                ? new JsonObject { ["NumericGreaterThan"] = new JsonObject { ["s3:signatureAge"] = "900000" } }
                : new JsonObject { ["StringEquals"] = new JsonObject { ["s3:authType"] = "REST-QUERY-STRING" } }));
        if (revocation is not null) statements.Add((JsonNode)Deny(name, revocation));
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString();
    }

    private static JsonObject Deny(string name, JsonNode condition) => new()
    {
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = new JsonArray("s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*", "s3:ListBucket*"),
        ["Resource"] = new JsonArray(LocalAccount.AccessPointArn(name), $"{LocalAccount.AccessPointArn(name)}/object/*"),
        ["Condition"] = condition,
    };
}
