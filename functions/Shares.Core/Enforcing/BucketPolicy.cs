using System.Text.Json.Nodes;

namespace Shares.Core.Enforcing;

/// <summary>Our three statements in the policy of a project's bucket.</summary>
public static class BucketPolicy
{
    /// <summary>What the <c>Sid</c> of each of our statements begins with; statements of others never do.</summary>
    public const string SidPrefix = "Shares";

    public static IReadOnlyList<JsonObject> Statements(string bucket, StorageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            // Delegation: the bucket leaves the decision to our access points, not to every access point of the account.
            Statement(bucket, context, "SharesDelegateToAccessPoints", "Allow", ["s3:GetObject", "s3:ListBucket"], new()
            {
                ["ArnLike"] = new JsonObject { ["s3:DataAccessPointArn"] = context.AccessPointArnPattern },
                ["StringEquals"] = new JsonObject { ["s3:DataAccessPointAccount"] = context.AccountId },
            }),
            // Conditions of one statement must all hold: a reader's session, not through a share, and not of this bucket's project.
            Statement(bucket, context, "SharesReadersOnlyThroughShares", "Deny", ["s3:*"], new()
            {
                ["ArnEquals"] = new JsonObject { ["aws:PrincipalArn"] = new JsonArray(context.PipelineRoleArn, context.DownloadRoleArn) },
                ["ArnNotLike"] = new JsonObject { ["s3:DataAccessPointArn"] = context.AccessPointArnPattern },
                ["StringNotEquals"] = new JsonObject { ["aws:PrincipalTag/bucket"] = bucket },
            }),
            Statement(bucket, context, "SharesOnlyOverTls", "Deny", ["s3:*"], new()
            {
                ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" },
            }),
        ];
    }

    private static JsonObject Statement(
        string bucket, StorageContext context, string sid, string effect, string[] actions, JsonObject condition) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = effect,
        ["Principal"] = "*",
        ["Action"] = new JsonArray([.. actions]),
        ["Resource"] = new JsonArray(context.BucketArn(bucket), $"{context.BucketArn(bucket)}/*"),
        ["Condition"] = condition,
    };
}
