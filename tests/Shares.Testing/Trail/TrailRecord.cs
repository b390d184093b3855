using System.Globalization;
using System.Text.Json.Nodes;

namespace Shares.Testing.Trail;

/// <summary>
/// A record of CloudTrail about one reading of an object through an access point of a share, shaped as S3's data events are. A test changes
/// what it is about; what is null is left out.
/// </summary>
public sealed record TrailRecord
{
    public const string AccountId = "111122223333";
    public const string Region = "us-east-1";
    public const string PipelineRole = "SharesPipelineRole";
    public const string DownloadRole = "SharesDownloadRole";

    public string? RequestId { get; init; } = "REQ0000000000001";
    public string? EventId { get; init; } = "00000001-1111-2222-3333-444444444444";
    public string? Time { get; init; } = "2026-11-22T00:01:00Z";
    public string Service { get; init; } = "s3.amazonaws.com";
    public string Name { get; init; } = "GetObject";

    /// <summary>32 hex.</summary>
    public string Share { get; init; } = "0197b000000070008000000000000001";

    /// <summary>What follows the share in the access point's name.</summary>
    public string Suffix { get; init; } = "-d1";

    /// <summary>Null: the access point of <see cref="Share"/>.</summary>
    public string? AccessPointArn { get; init; }
    public bool HasAccessPoint { get; init; } = true;
    public string Bucket { get; init; } = "project-sequencing-core";
    public string Key { get; init; } = "datasets/0197c000-0000-7000-8000-000000000001/data/reads_1.fastq.gz";
    public string Role { get; init; } = DownloadRole;
    public string SessionName { get; init; } = "0197a00000007000800000000000000b.0123456789abcdef";
    public string? SourceIdentity { get; init; } = "lab-member";
    public string SourceAddress { get; init; } = "203.0.113.7";
    public string? VpcEndpoint { get; init; }
    public string Authentication { get; init; } = "QueryString";

    /// <summary>As JSON.</summary>
    public string? BytesOut { get; init; } = "7759";
    public string? ErrorCode { get; init; }

    /// <summary>The id of the request that this record corrects.</summary>
    public string? Corrects { get; init; }

    public TrailRecord With(long bytes) => this with { BytesOut = bytes.ToString(CultureInfo.InvariantCulture) };

    public JsonObject ToNode()
    {
        var role = $"arn:aws:iam::{AccountId}:role/{Role}";
        var accessPoint = AccessPointArn ?? $"arn:aws:s3:{Region}:{AccountId}:accesspoint/shr-{Share}{Suffix}";
        var resources = new JsonArray(
            Resource("AWS::S3::Object", $"arn:aws:s3:::{Bucket}/{Key}"),
            Resource("AWS::S3::Bucket", $"arn:aws:s3:::{Bucket}"));
        if (HasAccessPoint) resources.Add(Resource("AWS::S3::AccessPoint", accessPoint));
        var record = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "AssumedRole",
                ["principalId"] = $"AROAEXAMPLE:{SessionName}",
                ["arn"] = $"arn:aws:sts::{AccountId}:assumed-role/{Role}/{SessionName}",
                ["accountId"] = AccountId,
                ["accessKeyId"] = "ASIAEXAMPLE",
                ["sessionContext"] = new JsonObject
                {
                    ["sessionIssuer"] = new JsonObject
                    {
                        ["type"] = "Role", ["principalId"] = "AROAEXAMPLE", ["arn"] = role, ["accountId"] = AccountId, ["userName"] = Role,
                    },
                    ["attributes"] = new JsonObject { ["creationDate"] = "2026-11-21T23:50:00Z", ["mfaAuthenticated"] = "false" },
                },
            },
            ["eventTime"] = Time,
            ["eventSource"] = Service,
            ["eventName"] = Name,
            ["awsRegion"] = Region,
            ["sourceIPAddress"] = SourceAddress,
            ["userAgent"] = "[curl/8.0]",
            ["requestParameters"] = new JsonObject
            {
                ["bucketName"] = Bucket, ["key"] = Key, ["Host"] = $"shr-{Share}{Suffix}-{AccountId}.s3-accesspoint.{Region}.amazonaws.com",
            },
            ["responseElements"] = null,
            ["additionalEventData"] = new JsonObject
            {
                ["SignatureVersion"] = "SigV4",
                ["CipherSuite"] = "TLS_AES_128_GCM_SHA256",
                ["bytesTransferredIn"] = 0,
                ["AuthenticationMethod"] = Authentication,
                ["x-amz-id-2"] = "id2",
            },
            ["requestID"] = RequestId,
            ["eventID"] = EventId,
            ["readOnly"] = true,
            ["resources"] = resources,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = false,
            ["recipientAccountId"] = AccountId,
            ["eventCategory"] = "Data",
        };
        if (BytesOut is not null) record["additionalEventData"]!["bytesTransferredOut"] = JsonNode.Parse(BytesOut);
        if (SourceIdentity is not null) record["userIdentity"]!["sessionContext"]!["sourceIdentity"] = SourceIdentity;
        if (VpcEndpoint is not null) record["vpcEndpointId"] = VpcEndpoint;
        if (ErrorCode is not null) (record["errorCode"], record["errorMessage"]) = (ErrorCode, "Access Denied");
        if (Corrects is not null)
            record["addendum"] = new JsonObject { ["reason"] = "UPDATED_DATA", ["updatedFields"] = "additionalEventData", ["originalRequestID"] = Corrects };
        return record;
    }

    public string ToJson() => ToNode().ToJsonString();

    private static JsonObject Resource(string type, string arn) => new() { ["accountId"] = AccountId, ["type"] = type, ["ARN"] = arn };
}
