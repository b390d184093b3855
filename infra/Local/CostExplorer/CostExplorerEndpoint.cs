using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Local.Aws;
using Shares.Local.Policies;
using Shares.Local.S3.Http;

namespace Shares.Local.CostExplorer;

/// <summary>Cost Explorer, JSON 1.1: GetCostAndUsage.</summary>
public sealed class CostExplorerEndpoint(GetCostAndUsage getCostAndUsage, ActionAuthorizer authorizer, TimeProvider time)
{
    private const string Allowed = "ce:GetCostAndUsage";
    private const string Service = "ce";
    private const int Maximum = 64 * 1024;

    /// <summary>Months before the running one that Cost Explorer has.</summary>
    private const int History = 13;

    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        if (http.Request.Headers["X-Amz-Target"] != "AWSInsightsIndexService.GetCostAndUsage")
        {
            await AwsError.WriteAsync(http, Service, 400, "UnknownOperationException", "The local Cost Explorer has GetCostAndUsage only.");
            return;
        }

        if (!await authorizer.IsAllowedAsync(caller, Allowed, "*", http.RequestAborted))
        {
            await AwsError.WriteAsync(http, Service, 400, "AccessDeniedException", ActionAuthorizer.Refusal(caller, Allowed, "*"));
            return;
        }

        JsonObject answer;
        try
        {
            var text = await TextBody.ReadAsync(http.Request, Maximum, http.RequestAborted) ?? throw new FormatException("The request is too large.");
            var question = CostQuestion.Read(JsonNode.Parse(text) ?? throw new FormatException("The request is empty."));
            if (question.Start < Oldest()) throw new FormatException("You haven't enabled historical data beyond 14 months");
            answer = getCostAndUsage.Run(question);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            await AwsError.WriteAsync(http, Service, 400, "ValidationException", exception.Message);
            return;
        }

        http.Response.ContentType = "application/x-amz-json-1.1";
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private DateOnly Oldest()
    {
        var today = time.GetUtcNow();
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-History);
    }
}
