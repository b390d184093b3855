using System.Globalization;
using System.Text.Json.Nodes;

namespace Shares.Core.Enforcing;

/// <summary>
/// The guardrails of an access point. There is no Allow, so being reachable grants nothing: sessions are allowed by their role's
/// identity policy, within what they were tagged with. Only object actions and ListBucket are denied, so that nobody can lock
/// themselves out of managing the access point. The size does not depend on the number of datasets or subscribers.
/// </summary>
public static class AccessPointPolicy
{
    /// <summary>The longest time that a presigned URL lives, in milliseconds, whatever its signer asked for.</summary>
    private const string MaxSignatureAge = "900000";

    private static readonly string[] DataActions =
    [
        "s3:AbortMultipartUpload", "s3:DeleteObject*", "s3:GetObject*", "s3:ListBucket*", "s3:ListMultipartUploadParts",
        "s3:PutObject*", "s3:RestoreObject",
    ];

    public static string Write(AccessPointName name, DateTimeOffset? expiresAt, StorageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var arn = context.AccessPointArn(name);
        var statements = new JsonArray(
            Deny(arn, "SharesOnlyTheReaderRole", "ArnNotEquals", "aws:PrincipalArn", context.ReaderRoleArn(name.Kind)),
            name.Kind == AccessPointKind.Analyze
                ? Deny(arn, "SharesNoPresignedUrls", "StringEquals", "s3:authType", "REST-QUERY-STRING")
                : Deny(arn, "SharesNoOldSignatures", "NumericGreaterThan", "s3:signatureAge", MaxSignatureAge));
        if (expiresAt is { } end) statements.Add((JsonNode)Deny(arn, "SharesExpired", "DateGreaterThanEquals", "aws:CurrentTime", Time(end)));
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString(PolicyText.Readable);
    }

    private static JsonObject Deny(string arn, string sid, string comparison, string key, string value) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = new JsonArray([.. DataActions]),
        ["Resource"] = new JsonArray(arn, $"{arn}/object/*"),
        ["Condition"] = new JsonObject { [comparison] = new JsonObject { [key] = value } },
    };

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
