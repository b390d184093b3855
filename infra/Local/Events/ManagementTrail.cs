using System.Text.Json.Nodes;
using Shares.Local.Policies;

namespace Shares.Local.Events;

/// <summary>Tells of calls that change access points or policies of buckets, as CloudTrail tells EventBridge.</summary>
public sealed class ManagementTrail(TimeProvider time)
{
    /// <summary>Who is told, if anybody.</summary>
    public Func<JsonObject, Task>? Listener { get; set; }

    /// <param name="name">Of the API's action, such as <c>PutBucketPolicy</c>.</param>
    /// <param name="parameters">Of the call.</param>
    public void Record(Caller caller, string name, JsonObject parameters)
    {
        var principal = caller.Principal;
        _ = Listener?.Invoke(EventJson.Of("aws.s3", "AWS API Call via CloudTrail", new JsonObject
        {
            ["eventSource"] = "s3.amazonaws.com",
            ["eventName"] = name,
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "AssumedRole",
                ["arn"] = principal.Arn,
                ["sessionContext"] = new JsonObject { ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = principal.RoleArn } },
            },
            ["requestParameters"] = parameters,
        }, time.GetUtcNow()));
    }
}
