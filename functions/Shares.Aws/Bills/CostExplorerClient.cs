using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Shares.Aws.Http;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Aws.Bills;

/// <summary>What AWS charged for transfer out of S3, from Cost Explorer. Each page costs a cent, so answers are to be kept.</summary>
/// <param name="http">See <see cref="Http"/>.</param>
/// <param name="region">Whose transfer.</param>
public sealed class CostExplorerClient(HttpClient http, string region, TimeProvider time)
{
    /// <summary>The SDK's variable of where Cost Explorer is, for when it is emulated.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_COST_EXPLORER";

    private const string Service = "Cost Explorer";
    private const string Action = "tell the costs of transfer";

    /// <summary>Cost Explorer is in one Region.</summary>
    private const string ServiceRegion = "us-east-1";

    /// <summary>A month has some dozen usage types; more pages than this are no answer to the question.</summary>
    private const int MostPages = 20;

    /// <summary>It answers slowly, and nobody waits for it.</summary>
    private static readonly RetryLimits Patience = new(3, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    /// <param name="endpoint">Null for Cost Explorer itself.</param>
    public static HttpClient Http(AWSCredentials credentials, TimeProvider time, Uri? endpoint = null, RetryLimits? retries = null) =>
        SignedHttp.Create(endpoint ?? SignedHttp.AddressOf("ce", ServiceRegion), ServiceRegion, "ce", credentials, time, retries ?? Patience);

    /// <param name="first">At most 13 months ago.</param>
    /// <param name="last">Included.</param>
    /// <returns>The bills that there are, by month: AWS may have none of a month yet.</returns>
    public async Task<AwsResult<List<Bill>>> BillsAsync(BillingPeriod first, BillingPeriod last, CancellationToken ct)
    {
        var pages = new List<CostAnswer>();
        string? token = null;
        do
        {
            var answer = await AskAsync(Query(first, last, token), ct);
            if (!answer.Succeeded(out var page, out var failure)) return failure;
            pages.Add(page);
            token = string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken;
        }
        while (token is not null && pages.Count < MostPages);

        return token is null && BillReading.Read(pages, time.GetUtcNow()) is { } bills ? bills : Incomprehensible();
    }

    private CostQuery Query(BillingPeriod first, BillingPeriod last, string? token) => new(
        new(first.FirstDay.ToString("O", CultureInfo.InvariantCulture), last.EndDay.ToString("O", CultureInfo.InvariantCulture)),
        "MONTHLY",
        new(And: [new(Dimensions: new("SERVICE", ["Amazon Simple Storage Service"])), new(Dimensions: new("REGION", [region]))]),
        [BillReading.Cost, BillReading.Usage],
        [new("DIMENSION", "USAGE_TYPE")],
        token);

    private async Task<AwsResult<CostAnswer>> AskAsync(CostQuery query, CancellationToken ct)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(query, CostExplorerJson.Default.CostQuery));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = content };
        request.Headers.Add("X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage");
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            if (response.StatusCode == HttpStatusCode.OK) return Read(body, CostExplorerJson.Default.CostAnswer) is { } answer ? answer : Incomprehensible();
            var error = Read(body, CostExplorerJson.Default.CostError);
            var code = error?.Type?[(error.Type.IndexOf('#', StringComparison.Ordinal) + 1)..] ?? $"HTTP {(int)response.StatusCode}";
            return AwsFailure.Refused(Action, code, response.StatusCode, error?.Message ?? error?.LongMessage, Service);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return AwsFailure.NoAnswer(Action, e.Message, Service);
        }
    }

    private static T? Read<T>(byte[] json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AwsFailure Incomprehensible() => AwsFailure.NoAnswer(Action, "the answer is incomplete.", Service);
}
