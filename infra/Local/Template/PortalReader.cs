using System.Text.Json.Nodes;

namespace Shares.Local.Template;

/// <summary>The headers that CloudFront adds to what it serves, so that pages run here under the policy they are deployed with.</summary>
internal static class PortalReader
{
    public static PortalModel Read(Resource resource)
    {
        var properties = resource.Properties();
        var policy = properties.RequiredChild("ResponseHeadersPolicyConfig");
        policy.PassOver("Name");
        var security = policy.RequiredChild("SecurityHeadersConfig");
        // Everything on this machine is plain HTTP.
        security.PassOver("StrictTransportSecurity");
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-Security-Policy"] = Value(security, "ContentSecurityPolicy", "ContentSecurityPolicy"),
            ["X-Frame-Options"] = Value(security, "FrameOptions", "FrameOption"),
            ["Referrer-Policy"] = Value(security, "ReferrerPolicy", "ReferrerPolicy"),
        };
        if (security.Json("ContentTypeOptions") is not null) headers["X-Content-Type-Options"] = "nosniff";
        var custom = policy.RequiredChild("CustomHeadersConfig");
        foreach (var item in custom.Json("Items")!.AsArray().OfType<JsonObject>()) headers[item["Header"]!.GetValue<string>()] = item["Value"]!.GetValue<string>();
        foreach (var block in (Block[])[custom, security, policy, properties]) block.End();
        return new PortalModel([.. headers]);
    }

    private static string Value(Block headers, string header, string member)
    {
        var block = headers.RequiredChild(header);
        block.PassOver("Override");
        var value = block.RequiredText(member);
        block.End();
        return value;
    }
}
