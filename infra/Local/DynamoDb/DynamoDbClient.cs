using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Shares.Local.Identity;

namespace Shares.Local.DynamoDb;

/// <summary>
/// Calls DynamoDB Local in its own JSON, which for stream records is the JSON of Lambda's events too. DynamoDB Local wants to see a signature but
/// does not check it.
/// </summary>
public sealed class DynamoDbClient(HttpClient http, Uri endpoint)
{
    private static readonly AuthenticationHeaderValue Unchecked = new(
        "AWS4-HMAC-SHA256", $"Credential=local/20260101/{LocalAccount.Region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0");

    public Task<JsonObject> TablesAsync(string operation, JsonObject input, CancellationToken cancellationToken) =>
        CallAsync($"DynamoDB_20120810.{operation}", input, cancellationToken);

    public Task<JsonObject> StreamsAsync(string operation, JsonObject input, CancellationToken cancellationToken) =>
        CallAsync($"DynamoDBStreams_20120810.{operation}", input, cancellationToken);

    /// <exception cref="DynamoDbException">DynamoDB Local refuses.</exception>
    private async Task<JsonObject> CallAsync(string target, JsonObject input, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(input.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.Authorization = Unchecked;
        using var response = await http.SendAsync(request, cancellationToken);
        var output = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken))!.AsObject();
        if (response.IsSuccessStatusCode) return output;
        var type = output["__type"]?.ToString() ?? "";
        throw new DynamoDbException(type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..], $"{target}: {output["Message"] ?? output["message"]}");
    }
}
