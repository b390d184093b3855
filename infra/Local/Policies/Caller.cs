using System.Globalization;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Signing;

namespace Shares.Local.Policies;

/// <summary>Who asks, how it was proved, and from where.</summary>
public sealed record Caller(SignatureResult.Verified Signature, RequestOrigin Origin, IReadOnlyList<string> IdentityPolicies)
{
    // One interface endpoint serves the VPC.
    public const string VpcEndpointId = "vpce-0a1b2c3d4e5f60718";

    public Principal Principal => Signature.Principal;

    public static Caller Of(HttpContext http, SignatureResult.Verified signature, RoleCatalog roles, LocalAwsOptions options) =>
        new(signature, RequestOrigin.Of(http, options), roles.Find(signature.Principal.RoleName)?.PolicyTexts ?? []);

    /// <summary>The global condition keys that every service sets.</summary>
    public Dictionary<string, object> Context(DateTimeOffset now)
    {
        var context = new Dictionary<string, object>
        {
            ["aws:PrincipalArn"] = Principal.RoleArn,
            ["aws:PrincipalAccount"] = LocalAccount.Id,
            ["aws:PrincipalType"] = "AssumedRole",
            ["aws:PrincipalIsAWSService"] = "false",
            ["aws:userid"] = Principal.UserId,
            ["aws:TokenIssueTime"] = Time(Principal.TokenIssueTime),
            ["aws:CurrentTime"] = Time(now),
            ["aws:EpochTime"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["aws:RequestedRegion"] = LocalAccount.Region,
            ["aws:ResourceAccount"] = LocalAccount.Id,
            ["aws:SecureTransport"] = Origin.IsEncrypted ? "true" : "false",
        };
        foreach (var (key, value) in Principal.Tags) context[$"aws:PrincipalTag/{key}"] = value;
        if (Principal.SourceIdentity is { } identity) context["aws:SourceIdentity"] = identity;
        if (Origin.VpcId is { } vpc)
        {
            context["aws:SourceVpc"] = vpc;
            context["aws:SourceVpce"] = VpcEndpointId;
            context["aws:VpcSourceIp"] = Origin.SourceIp;
        }
        else context["aws:SourceIp"] = Origin.SourceIp;
        return context;
    }

    /// <summary>What only the caller's own policies decide, such as managing access points.</summary>
    public PolicyQuestion Question(string action, string resource, IReadOnlyDictionary<string, object> context, string? resourcePolicy = null) =>
        new(Principal.Arn, action, resource, context, IdentityPolicies, Principal.SessionPolicies, resourcePolicy);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
