using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shares.Local.Identity;
using Shares.Local.Template;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Gateway;

/// <summary>The request of a sample, sent to the gateway, becomes the sample: the same members, and the same values where both sides can have them.</summary>
public class SampleEventTests
{
    private static readonly DateTimeOffset SampleTime = new(2026, 11, 22, 10, 15, 30, TimeSpan.Zero);

    /// <summary>Members whose values belong to one deployment or one request.</summary>
    private static readonly string[] Differing =
    [
        "headers.authorization", "headers.content-length", "headers.host", "headers.x-amzn-trace-id", "headers.x-forwarded-for",
        "headers.x-forwarded-port", "headers.x-forwarded-proto", "requestContext.apiId", "requestContext.domainName",
        "requestContext.domainPrefix", "requestContext.http.sourceIp", "requestContext.requestId",
        "requestContext.authorizer.jwt.claims.exp", "requestContext.authorizer.iam.accessKey", "requestContext.authorizer.iam.callerId",
        "requestContext.authorizer.iam.userId",
        // No organization on one machine.
        "requestContext.authorizer.iam.principalOrgId",
    ];

    [Fact]
    public async Task A_persons_request_becomes_the_sample()
    {
        const string issuer = "https://issuer.example.org";
        var time = new FakeTimeProvider(SampleTime);
        await using var host = new GatewayHost(time, model => model with { JwtAuthorizer = new(issuer, ["portal"]) });
        await host.InitializeAsync();
        var sample = Sample("http-api-jwt.json");
        var claims = sample["requestContext"]!["authorizer"]!["jwt"]!["claims"]!;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Expires = SampleTime.UtcDateTime.AddHours(1),
            SigningCredentials = new SigningCredentials(host.Key.Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = (string)claims["sub"]!,
                ["username"] = (string)claims["username"]!,
                ["email"] = (string)claims["email"]!,
                ["cognito:groups"] = new[] { "shares-users", "finance" },
                ["client_id"] = (string)claims["client_id"]!,
            },
        });
        var request = RequestOf(sample);
        request.Headers.Add("Cookie", "theme=dark");
        request.Headers.Add("Authorization", "Bearer " + token);

        Assert.True((await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        Assert.Equal(Members(sample), Members(host.Functions.Event!));
    }

    [Fact]
    public async Task A_roles_request_becomes_the_sample()
    {
        RouteModel route = new("ANY", "/api/{proxy+}", "ApiFunction", RouteAuthorizer.Iam);
        await using var host = new GatewayHost(TimeProvider.System, model => model with { Routes = [route] });
        await host.InitializeAsync();
        var sample = Sample("http-api-iam.json");
        var keys = host.Credentials.IssueFor(
            new("immunology-lab-pipeline", LocalAccount.RoleArn("immunology-lab-pipeline"), null, [], new Dictionary<string, string>()), "job-42");
        using var http = new HttpClient(new SigV4SigningHandler(
            new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            RegionEndpoint.USEast1,
            "execute-api",
            new SocketsHttpHandler()))
        {
            BaseAddress = host.Http.BaseAddress,
        };

        Assert.True((await http.SendAsync(RequestOf(sample), TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        var seen = host.Functions.Event!;
        // The sample leaves out what a signature brings along.
        foreach (var name in (string[])["x-amz-date", "x-amz-content-sha256", "x-amz-security-token"]) seen["headers"]!.AsObject().Remove(name);
        var moment = DateTimeOffset.FromUnixTimeMilliseconds((long)seen["requestContext"]!["timeEpoch"]!);
        Assert.Equal(moment.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture), (string?)seen["requestContext"]!["time"]);
        Assert.Equal(Members(WithTimeOf(sample, seen)), Members(seen));
    }

    private static JsonNode Sample(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(RealTemplate.Root, "tests/Shares.Local.Tests/Gateway/Samples", name)))!;

    private static HttpRequestMessage RequestOf(JsonNode sample)
    {
        var query = (string)sample["rawQueryString"]!;
        var body = (string?)sample["body"];
        var request = new HttpRequestMessage(
            new HttpMethod((string)sample["requestContext"]!["http"]!["method"]!),
            (string)sample["rawPath"]! + (query.Length > 0 ? "?" + query : ""))
        {
            Content = body is null ? new ByteArrayContent([]) : new StringContent(body, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("User-Agent", "Mozilla/5.0");
        return request;
    }

    private static JsonNode WithTimeOf(JsonNode sample, JsonNode seen)
    {
        foreach (var member in (string[])["time", "timeEpoch"]) sample["requestContext"]![member] = seen["requestContext"]![member]!.DeepClone();
        return sample;
    }

    /// <summary>Every leaf as path and value, in order of path; where values differ by nature, the path alone.</summary>
    private static List<string> Members(JsonNode node) => [.. Leaves("", node).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        JsonArray items => items.SelectMany((item, at) => Leaves($"{path}[{at}]", item)),
        null => [Leaf(path, "null")],
        _ => [Leaf(path, node.ToJsonString())],
    };

    private static string Leaf(string path, string value) => Differing.Contains(path) ? path : $"{path} = {value}";
}
