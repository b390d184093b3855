using System.Globalization;
using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.Signing;

namespace Shares.Local.Trail;

/// <summary>A data event of CloudTrail about an object, as <c>docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html</c> shows it.</summary>
public static class TrailRecord
{
    /// <param name="asFloat">CloudTrail may write a count of bytes as a float.</param>
    public static JsonObject Of(ObjectRequest request, Guid eventId, bool asFloat)
    {
        var origin = request.Caller.Origin;
        var record = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = Identity(request.Caller.Principal, request.AccessKeyId),
            ["eventTime"] = Time(request.Time),
            ["eventSource"] = "s3.amazonaws.com",
            ["eventName"] = request.Name,
            ["awsRegion"] = LocalAccount.Region,
            ["sourceIPAddress"] = origin.SourceIp,
            ["userAgent"] = $"[{request.UserAgent}]",
            ["requestParameters"] = new JsonObject
            {
                ["bucketName"] = request.Bucket,
                ["key"] = request.Key,
                ["Host"] = $"{request.AccessPoint}-{LocalAccount.Id}.s3-accesspoint.{LocalAccount.Region}.amazonaws.com",
            },
            ["responseElements"] = null,
            ["additionalEventData"] = new JsonObject
            {
                ["SignatureVersion"] = "SigV4",
                ["CipherSuite"] = "TLS_AES_128_GCM_SHA256",
                ["bytesTransferredIn"] = request.BytesIn,
                ["AuthenticationMethod"] = request.Caller.Signature.AuthType == AuthType.QueryString ? "QueryString" : "AuthHeader",
                ["x-amz-id-2"] = eventId.ToString("N"),
                ["bytesTransferredOut"] = Count(request.BytesOut, asFloat),
            },
            ["requestID"] = request.RequestId,
            ["eventID"] = eventId.ToString(),
            ["readOnly"] = request.IsRead,
            ["resources"] = Resources(request),
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = false,
            ["recipientAccountId"] = LocalAccount.Id,
            ["eventCategory"] = "Data",
        };
        if (origin.VpcId is not null) record["vpcEndpointId"] = Caller.VpcEndpointId;
        if (request.ErrorCode is not null) (record["errorCode"], record["errorMessage"]) = (request.ErrorCode, request.ErrorMessage);
        return record;
    }

    private static JsonObject Identity(Principal principal, string accessKeyId)
    {
        var session = new JsonObject
        {
            ["sessionIssuer"] = new JsonObject
            {
                ["type"] = "Role",
                ["principalId"] = LocalAccount.RoleId(principal.RoleName),
                ["arn"] = principal.RoleArn,
                ["accountId"] = LocalAccount.Id,
                ["userName"] = principal.RoleName,
            },
            ["attributes"] = new JsonObject { ["creationDate"] = Time(principal.TokenIssueTime), ["mfaAuthenticated"] = "false" },
        };
        if (principal.SourceIdentity is not null) session["sourceIdentity"] = principal.SourceIdentity;
        return new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = principal.UserId,
            ["arn"] = principal.Arn,
            ["accountId"] = LocalAccount.Id,
            ["accessKeyId"] = accessKeyId,
            ["sessionContext"] = session,
        };
    }

    private static JsonArray Resources(ObjectRequest request) =>
    [
        new JsonObject { ["type"] = "AWS::S3::Object", ["ARN"] = $"arn:aws:s3:::{request.Bucket}/{request.Key}" },
        Owned("AWS::S3::Bucket", $"arn:aws:s3:::{request.Bucket}"),
        Owned("AWS::S3::AccessPoint", LocalAccount.AccessPointArn(request.AccessPoint)),
    ];

    private static JsonObject Owned(string type, string arn) => new() { ["accountId"] = LocalAccount.Id, ["type"] = type, ["ARN"] = arn };

    private static JsonNode Count(long bytes, bool asFloat) =>
        asFloat ? JsonNode.Parse(string.Create(CultureInfo.InvariantCulture, $"{bytes}.0"))! : JsonValue.Create(bytes);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
