using System.Text;
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
        "s3:AbortMultipartUpload", "s3:BypassGovernanceRetention", "s3:DeleteObject*", "s3:GetObject*", "s3:ListBucket*",
        "s3:ListMultipartUploadParts", "s3:ListObject*", "s3:PutObject*", "s3:RestoreObject", "s3:UpdateObject*",
    ];

    public static string Write(AccessPointName name, DateTimeOffset? expiresAt, RevocationList revocations, StorageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(revocations);
        var arn = context.AccessPointArn(name);
        var statements = Guardrails(name, expiresAt, arn, context).Concat(RevocationStatements.Of(revocations, arn));
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(PolicyText.Readable);
    }

    /// <summary>Whether S3 accepts a policy of these revocations, for any generation of the access point and any end of the share.</summary>
    internal static bool Fits(AccessPointName name, RevocationList revocations, StorageContext context) =>
        Encoding.UTF8.GetByteCount(Write(name with { Generation = AccessPointName.LastGeneration }, DateTimeOffset.MaxValue, revocations, context))
        <= Limits.PolicyBytes;

    private static IEnumerable<JsonObject> Guardrails(AccessPointName name, DateTimeOffset? expiresAt, string arn, StorageContext context)
    {
        yield return Deny(arn, "SharesOnlyTheReaderRole", "ArnNotEquals", "aws:PrincipalArn", context.ReaderRoleArn(name.Kind));
        yield return name.Kind == AccessPointKind.Analyze
            ? Deny(arn, "SharesNoPresignedUrls", "StringEquals", "s3:authType", "REST-QUERY-STRING")
            : Deny(arn, "SharesNoOldSignatures", "NumericGreaterThan", "s3:signatureAge", MaxSignatureAge);
        if (expiresAt is { } end) yield return Deny(arn, "SharesExpired", "DateGreaterThanEquals", "aws:CurrentTime", PolicyStatement.Time(end));
    }

    private static JsonObject Deny(string arn, string sid, string comparison, string key, string value) =>
        PolicyStatement.Deny(sid, DataActions, [arn, $"{arn}/object/*"], PolicyStatement.Is(comparison, PolicyStatement.Is(key, value)));
}
