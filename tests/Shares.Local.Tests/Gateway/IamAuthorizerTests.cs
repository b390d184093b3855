using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Shares.Local.Identity;

namespace Shares.Local.Tests.Gateway;

/// <summary>Requests signed by the signer of AWS's own SDK.</summary>
public sealed class IamAuthorizerTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly LocalRole Role =
        new("immunology-lab-pipeline", LocalAccount.RoleArn("immunology-lab-pipeline"), null, [], new Dictionary<string, string>());

    [Fact]
    public async Task A_signed_request_arrives_with_the_session_that_signed_it()
    {
        var keys = host.Credentials.IssueFor(Role, "job-42");

        var response = await SendAsync(keys, keys.SecretAccessKey, "execute-api");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("AccessFunction", host.Functions.Function);
        var caller = host.Functions.Event!["requestContext"]!["authorizer"]!["iam"]!;
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/immunology-lab-pipeline/job-42", (string?)caller["userArn"]);
        Assert.Equal(keys.AccessKeyId, (string?)caller["accessKey"]);
        Assert.Equal($"{LocalAccount.RoleId(Role.Name)}:job-42", (string?)caller["callerId"]);
    }

    [Theory]
    [InlineData("wrong secret")]
    [InlineData("signed for another service")]
    [InlineData("changed path")]
    [InlineData("changed query")]
    [InlineData("changed body")]
    [InlineData("changed method")]
    [InlineData("not signed")]
    public async Task A_request_that_is_not_the_one_signed_is_refused(string kind)
    {
        var keys = host.Credentials.IssueFor(Role, "job-42");
        var before = host.Functions.Invocations;

        var response = await SendAsync(
            keys,
            kind == "wrong secret" ? "not/the/secret" : keys.SecretAccessKey,
            kind == "signed for another service" ? "s3" : "execute-api",
            request => Change(kind, request));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("""{"message":"Forbidden"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, host.Functions.Invocations);
    }

    private static void Change(string kind, HttpRequestMessage request)
    {
        if (kind == "changed path") request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace("/p1/", "/p2/", StringComparison.Ordinal));
        if (kind == "changed query") request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace("page=1", "page=2", StringComparison.Ordinal));
        if (kind == "changed body") request.Content = new StringContent("""{"executionId":"e2"}""");
        if (kind == "changed method") request.Method = HttpMethod.Put;
        if (kind == "not signed") request.Headers.Authorization = null;
    }

    private async Task<HttpResponseMessage> SendAsync(Credential keys, string secret, string service, Action<HttpRequestMessage>? afterSigning = null)
    {
        using var http = new HttpClient(new SigV4SigningHandler(
            new SessionAWSCredentials(keys.AccessKeyId, secret, keys.SessionToken), RegionEndpoint.USEast1, service, new ChangingHandler(afterSigning)));
        return await http.PostAsync(
            new Uri(host.Http.BaseAddress!, "/iam/projects/p1/pipeline-token?page=1"),
            new StringContent("""{"executionId":"e1"}"""),
            TestContext.Current.CancellationToken);
    }

    private sealed class ChangingHandler(Action<HttpRequestMessage>? change) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change?.Invoke(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
