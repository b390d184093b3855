using System.Net.Http.Headers;
using Amazon;
using Amazon.Runtime.Signing;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Signing;

/// <summary>Requests signed by AWS's own signer and changed on their way.</summary>
public sealed class HeaderSignatureTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    private readonly string _bucket = aws.NewBucket().Info.Name;

    [Fact]
    public async Task An_unchanged_request_is_accepted() => Assert.Equal("200", await Put(_ => { }));

    [Fact]
    public async Task The_order_of_query_parameters_and_their_encoding_do_not_matter() =>
        Assert.Equal("200", await Send(HttpMethod.Get, $"{_bucket}?prefix=a%20b%2Fc&list-type=2&delimiter=%2F", null, _ => { }));

    [Fact]
    public async Task A_changed_path_is_refused() =>
        Assert.Equal("403 SignatureDoesNotMatch", await Put(request => request.RequestUri = new Uri($"{aws.Url()}/{_bucket}/other")));

    [Fact]
    public async Task A_changed_method_is_refused() =>
        Assert.Equal("403 SignatureDoesNotMatch", await Put(request => request.Method = HttpMethod.Post));

    [Fact]
    public async Task A_changed_body_is_refused_and_not_kept()
    {
        Assert.Equal("400 XAmzContentSHA256Mismatch", await Put(request => request.Content = Text("BODY")));
        Assert.Null(aws.Store.Find(_bucket)!.Find("key"));
    }

    [Fact]
    public async Task A_header_of_AWS_that_was_not_signed_is_refused() =>
        Assert.Equal("403 AccessDenied", await Put(request => request.Headers.Add("x-amz-copy-source", "other/key")));

    [Fact]
    public async Task Without_its_session_token_a_request_is_refused() =>
        Assert.Equal("400 InvalidToken", await Put(request => request.Headers.Remove("X-Amz-Security-Token")));

    [Theory]
    [InlineData("Basic dTpw", "400 InvalidRequest")]
    [InlineData("AWS AKIA:c2ln", "400 InvalidRequest")]
    [InlineData("AWS4-HMAC-SHA256 Credential", "400 AuthorizationHeaderMalformed")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=00", "400 AuthorizationHeaderMalformed")]
    public async Task An_authorization_that_cannot_be_read_is_refused(string header, string expected) =>
        Assert.Equal(expected, await Put(request =>
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }));

    [Theory]
    [InlineData(14, "200")]
    [InlineData(16, "403 RequestTimeTooSkewed")]
    [InlineData(-16, "403 RequestTimeTooSkewed")]
    public async Task A_request_is_good_for_fifteen_minutes_around_its_time(int minutes, string expected)
    {
        await using var host = new LocalAwsHost();
        await host.InitializeAsync();
        var bucket = host.NewBucket().Info.Name;
        host.Time.Shift = TimeSpan.FromMinutes(minutes);
        Assert.Equal(expected, await Send(host, HttpMethod.Put, $"{bucket}/key", Text("x"), _ => { }));
    }

    [Theory]
    [InlineData("api/a%20b/c%2Fd%25?x=a%2Fb&y=")]
    [InlineData("api/plain")]
    public async Task Other_services_than_S3_encode_the_path_twice(string path) =>
        Assert.Equal("200", await Send(aws, HttpMethod.Post, path, Text("{}"), _ => { }, "execute-api"));

    [Fact]
    public async Task Other_services_than_S3_refuse_a_changed_body_before_they_act_on_it() =>
        Assert.Equal("400", await Send(aws, HttpMethod.Post, "api", Text("{}"), request => request.Content = Text("[]"), "execute-api"));

    [Fact]
    public async Task A_service_that_is_not_there_says_so() =>
        Assert.Equal("501", await Send(aws, HttpMethod.Get, "x", null, _ => { }, "sqs"));

    private Task<string> Put(Action<HttpRequestMessage> tamper) => Send(HttpMethod.Put, $"{_bucket}/key", Text("body"), tamper);

    private Task<string> Send(HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage> tamper) =>
        Send(aws, method, path, content, tamper);

    private static StringContent Text(string text) => new(text, new MediaTypeHeaderValue("text/plain"));

    private static async Task<string> Send(
        LocalAwsHost host, HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage> tamper, string service = "s3")
    {
        using var wire = new TamperingHandler(tamper);
        using var signing = new SigV4SigningHandler(LocalAwsHost.Keys(host.Admin), RegionEndpoint.USEast1, service, wire);
        using var http = new HttpClient(signing);
        using var request = new HttpRequestMessage(method, $"{host.Url()}/{path}") { Content = content };
        return await Refusal.Of(await http.SendAsync(request));
    }
}
