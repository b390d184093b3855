using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Shares.Testing.DynamoDb;

/// <summary>Requests to DynamoDB Local as they are on the wire. It does not check signatures.</summary>
internal static class StoreProtocol
{
    private const string AnySignature =
        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00";

    public static StringContent Content(JsonNode body) => new(body.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0"));

    public static HttpRequestMessage Request(Uri endpoint, string operation, JsonNode body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = Content(body) };
        request.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("Authorization", AnySignature);
        return request;
    }
}
