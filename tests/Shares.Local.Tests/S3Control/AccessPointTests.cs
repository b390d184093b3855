using System.Text;
using System.Xml.Linq;
using Amazon;
using Amazon.Runtime.Signing;
using Shares.Local.Identity;
using Shares.Local.S3.Http;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3Control;

public sealed class AccessPointTests : IClassFixture<LocalAwsHost>
{
    private const string InVpc = "<VpcConfiguration><VpcId>vpc-1</VpcId></VpcConfiguration>";
    private readonly LocalAwsHost _aws;
    private readonly string _bucket;
    private readonly string _name = $"shr-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}-a1";

    public AccessPointTests(LocalAwsHost aws)
    {
        _aws = aws;
        _bucket = aws.NewBucket().Info.Name;
    }

    [Fact]
    public async Task An_access_point_is_made_read_and_deleted()
    {
        Assert.Equal("200", await Create(InVpc));
        var found = await Read($"/{_name}");
        Assert.Equal((_name, _bucket, "VPC"), (found.Value("Name"), found.Value("Bucket"), found.Value("NetworkOrigin")));
        Assert.Matches(@"\A[a-z0-9-]{1,55}-s3alias\z", found.Value("Alias")!);
        Assert.Equal("204", await Code(HttpMethod.Delete, $"/{_name}"));
        Assert.Equal("404 NoSuchAccessPoint", await Code(HttpMethod.Get, $"/{_name}"));
        Assert.Equal("404 NoSuchAccessPoint", await Code(HttpMethod.Delete, $"/{_name}"));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        Assert.Equal("200", await Create());
        Assert.Equal("409 AccessPointAlreadyOwnedByYou", await Create());
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("UPPER")]
    [InlineData("ends-with-")]
    [InlineData("looks-like-an-s3alias")]
    [InlineData("a.b")]
    public async Task A_name_keeps_the_rules(string name) => Assert.Equal("400 InvalidRequest", await Code(HttpMethod.Put, $"/{name}", Body()));

    [Fact]
    public async Task Access_points_of_a_bucket_are_listed_in_pages()
    {
        string[] expected = [.. Enumerable.Range(1, 3).Select(i => $"{_name[..30]}-{i}")];
        foreach (var name in expected) Assert.Equal("200", await Code(HttpMethod.Put, $"/{name}", Body()));
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = await Read($"?bucket={_bucket}&maxResults=2" + (next is null ? "" : $"&nextToken={next}"));
            names.AddRange(page.Children("AccessPointList").Single().Elements().Select(element => element.Value("Name")!));
            next = page.Value("NextToken");
        }
        while (next is not null);
        Assert.Equal(expected, names);
    }

    [Fact]
    public async Task A_policy_is_put_read_and_deleted_and_its_absence_has_a_code_of_its_own()
    {
        await Create();
        Assert.Equal("404 NoSuchAccessPointPolicy", await Code(HttpMethod.Get, $"/{_name}/policy"));
        Assert.Equal("200", await PutPolicy("Deny"));
        Assert.Contains("s3:GetObject", (await Read($"/{_name}/policy")).Value("Policy")!, StringComparison.Ordinal);
        Assert.Equal("204", await Code(HttpMethod.Delete, $"/{_name}/policy"));
        Assert.Equal("404 NoSuchAccessPointPolicy", await Code(HttpMethod.Get, $"/{_name}/policy"));
    }

    [Fact]
    public async Task A_policy_for_everybody_is_refused_on_the_Internet_and_not_in_a_network()
    {
        await Create();
        Assert.Equal("403 AccessDenied", await PutPolicy("Allow"));
        await Code(HttpMethod.Delete, $"/{_name}");
        await Create(InVpc);
        Assert.Equal("200", await PutPolicy("Allow"));
    }

    [Fact]
    public async Task A_policy_about_something_else_is_refused()
    {
        await Create();
        Assert.Equal("400 MalformedPolicy", await PutPolicy("Deny", "arn:aws:s3:::other/*"));
    }

    [Fact]
    public async Task Managing_access_points_needs_permission_for_that_access_point()
    {
        var manager = _aws.Session("Manager", $$"""[{"Effect":"Allow","Action":"s3:*","Resource":"{{LocalAccount.AccessPointArn("shr-*")}}"}]""");
        Assert.Equal("200", await Code(HttpMethod.Put, $"/{_name}", Body(), manager));
        Assert.Equal("403 AccessDenied", await Code(HttpMethod.Put, "/other-name", Body(), manager));
        Assert.Equal("403 AccessDenied", await Code(HttpMethod.Get, "/other-name", null, manager));
    }

    private string Body(string more = "") => $"<CreateAccessPointRequest><Bucket>{_bucket}</Bucket>{more}</CreateAccessPointRequest>";

    private Task<string> Create(string more = "") => Code(HttpMethod.Put, $"/{_name}", Body(more));

    private Task<string> PutPolicy(string effect, string? resource = null)
    {
        resource ??= $"{LocalAccount.AccessPointArn(_name)}/object/*";
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":"*","Action":"s3:GetObject","Resource":"{{resource}}"}]}""";
        return Code(HttpMethod.Put, $"/{_name}/policy", new XElement("PutAccessPointPolicyRequest", new XElement("Policy", policy)).ToString());
    }

    private async Task<string> Code(HttpMethod method, string path, string? body = null, Credential? credential = null)
    {
        using var response = await Send(method, path, body, credential ?? _aws.Admin);
        return await Refusal.Of(response);
    }

    private async Task<XElement> Read(string path)
    {
        using var response = await Send(HttpMethod.Get, path, null, _aws.Admin);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? body, Credential credential)
    {
        using var signing = new SigV4SigningHandler(LocalAwsHost.Keys(credential), RegionEndpoint.USEast1, "s3", new HttpClientHandler());
        using var http = new HttpClient(signing);
        using var request = new HttpRequestMessage(method, $"{_aws.Url()}/v20180820/accesspoint{path}");
        request.Headers.Add("x-amz-account-id", LocalAccount.Id);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/xml");
        return await http.SendAsync(request);
    }
}
