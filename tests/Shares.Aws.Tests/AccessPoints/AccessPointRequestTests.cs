using System.Net;
using System.Xml.Linq;
using CsCheck;
using Amazon.Runtime;
using Shares.Aws.AccessPoints;

namespace Shares.Aws.Tests.AccessPoints;

public sealed class AccessPointRequestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_attempt_is_signed_for_the_account_with_the_session()
    {
        await using var s3 = await FaultyS3.StartAsync(Answer.Error(503, "SlowDown"), new Answer(204));
        await Clients.AccessPoints(s3.Address).DeleteAsync(Clients.Name, Ct);
        Assert.All(s3.Received, request =>
        {
            Assert.Equal(("DELETE", $"/v20180820/accesspoint/{Clients.Name}"), (request.Method, request.Path));
            Assert.Equal(Clients.Account, request.Headers["x-amz-account-id"]);
            Assert.Equal("the-session-token", request.Headers["x-amz-security-token"]);
            Assert.Contains("/us-east-1/s3/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Contains("x-amz-account-id", request.Headers["Authorization"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_an_endpoint_the_account_is_part_of_the_host()
    {
        Uri? asked = null;
        using var transport = new Answering(request => asked = request.RequestUri);
        using var http = S3ControlHttp.Create(
            "eu-central-1", Clients.Account, new BasicAWSCredentials("key", "secret"), TimeProvider.System, transport: transport);
        await new AccessPointClient(http, Clients.Account).DeleteAsync(Clients.Name, Ct);
        Assert.Equal($"https://{Clients.Account}.s3-control.eu-central-1.amazonaws.com/v20180820/accesspoint/{Clients.Name}", asked!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("vpc-1234")]
    public async Task A_creation_blocks_public_access_and_names_its_network(string? vpc)
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200, "<CreateAccessPointResult/>"));
        await Clients.AccessPoints(s3.Address).CreateAsync(Clients.Name, "bucket", vpc, Ct);
        var body = XElement.Parse(s3.Received.Single().Body);
        var ns = body.Name.Namespace;
        Assert.Equal("http://awss3control.amazonaws.com/doc/2018-08-20/", ns.NamespaceName);
        Assert.Equal("bucket", body.Element(ns + "Bucket")!.Value);
        Assert.Equal(vpc, body.Element(ns + "VpcConfiguration")?.Element(ns + "VpcId")!.Value);
        string[] settings = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
        Assert.Equal(settings, body.Element(ns + "PublicAccessBlockConfiguration")!.Elements().Where(e => e.Value == "true").Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task A_policy_arrives_as_it_was_written()
    {
        await using var s3 = await FaultyS3.StartAsync(new Answer(200));
        var client = Clients.AccessPoints(s3.Address);
        await Gen.String[Gen.Char["abc{}\":<>&'/*$ é€]"], 0, 60].SampleAsync(
            async policy =>
            {
                await client.PutPolicyAsync(Clients.Name, policy, Ct);
                Assert.Equal(policy, XElement.Parse(s3.Received[^1].Body, LoadOptions.PreserveWhitespace).Value);
            },
            iter: 50, threads: 1);
    }

    private sealed class Answering(Action<HttpRequestMessage> seen) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }
}
