using Shares.Local.Aws;
using Shares.Local.Policies;

namespace Shares.Local.CloudWatch;

/// <summary>CloudWatch by the query protocol: GetMetricData.</summary>
public sealed class CloudWatchEndpoint(GetMetricData getMetricData, ActionAuthorizer authorizer)
{
    private const string Allowed = "cloudwatch:GetMetricData";
    private static readonly QueryXml Xml = new("http://monitoring.amazonaws.com/doc/2010-08-01/");

    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        var form = await QueryForm.ReadAsync(http);
        if (form?.GetValueOrDefault("Action") != "GetMetricData")
            await Xml.WriteErrorAsync(http, 400, "InvalidAction", "Could not find operation for the given action and version.");
        else if (!await authorizer.IsAllowedAsync(caller, Allowed, "*", http.RequestAborted))
            await Xml.WriteErrorAsync(http, 403, "AccessDenied", ActionAuthorizer.Refusal(caller, Allowed, "*"));
        else if (MetricDataRequest.Read(form) is not { } request)
            await Xml.WriteErrorAsync(http, 400, "ValidationError", "A parameter is missing or cannot be what it is.");
        else
            await Xml.WriteAsync(http, "GetMetricData", getMetricData.Run(request, Xml));
    }
}
