using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon;
using Amazon.Runtime.Signing;
using Shares.Local.Identity;

namespace Shares.Local.Tests.Aws;

/// <summary>Signed requests to services that the SDK has no package for here.</summary>
public static class SignedCalls
{
    /// <summary>By the query protocol.</summary>
    /// <returns>The answer, or the error with its code.</returns>
    public static async Task<XElement> QueryAsync(this LocalAwsHost aws, Credential credential, string service, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await SendAsync(aws, credential, service, content, target: null);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>By JSON 1.1.</summary>
    public static async Task<JsonNode> JsonAsync(this LocalAwsHost aws, Credential credential, string service, string target, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        using var response = await SendAsync(aws, credential, service, content, target);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The values of all elements of a name, in order.</summary>
    public static IEnumerable<string> All(this XElement answer, string name) =>
        answer.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);

    private static async Task<HttpResponseMessage> SendAsync(LocalAwsHost aws, Credential credential, string service, HttpContent content, string? target)
    {
        using var signing = new SigV4SigningHandler(LocalAwsHost.Keys(credential), RegionEndpoint.USEast1, service, new HttpClientHandler());
        using var http = new HttpClient(signing);
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Url()) { Content = content };
        if (target is not null) request.Headers.Add("X-Amz-Target", target);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
