using Shares.Local.Gateway;
using Shares.Local.Template;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Gateway;

public class RouteTableTests
{
    [Theory]
    [InlineData("GET", "/api/health", "GET /api/health")]
    [InlineData("POST", "/api/health", "ANY /api/{proxy+}")]
    [InlineData("GET", "/api/projects", "ANY /api/{proxy+}")]
    [InlineData("GET", "/iam/health", "ANY /iam/{proxy+}")]
    [InlineData("POST", "/api/projects/p/s3-token", "ANY /api/projects/{project}/s3-token")]
    [InlineData("POST", "/iam/projects/p/pipeline-token", "ANY /iam/projects/{project}/pipeline-token")]
    [InlineData("GET", "/api/projects/p/s3-token/more", "ANY /api/{proxy+}")]
    [InlineData("GET", "/api/projects/p/datasets/d/files", "ANY /api/projects/{project}/datasets/{dataset}/{action}")]
    [InlineData("POST", "/api/projects/p/datasets/d/files:presign", "ANY /api/projects/{project}/datasets/{dataset}/{action}")]
    [InlineData("POST", "/api/projects/p/datasets/d:complete", "POST /api/projects/{project}/datasets/{dataset}")]
    [InlineData("GET", "/api/projects/p/datasets/d", "ANY /api/{proxy+}")]
    [InlineData("POST", "/api/projects/p/datasets/upload", "POST /api/projects/{project}/datasets/upload")]
    [InlineData("GET", "/api/projects/p/shares/s/datasets", "ANY /api/{proxy+}")]
    [InlineData("GET", "/api/projects//s3-token", "ANY /api/{proxy+}")]
    [InlineData("GET", "/API/health", null)]
    [InlineData("GET", "/api/", null)]
    [InlineData("GET", "/api", null)]
    [InlineData("GET", "/elsewhere", null)]
    public void The_most_specific_route_of_the_template_takes_a_request(string method, string path, string? key) =>
        Assert.Equal(key, new RouteTable(RealTemplate.Load().Routes).Find(method, path)?.Route.Key);

    [Theory]
    [InlineData("/a/b/c", "GET /a/b/c")]
    [InlineData("/a/b/x", "GET /a/b/{last}")]
    [InlineData("/a/x/c", "GET /a/{middle}/c")]
    [InlineData("/a/b/c/d", "GET /a/b/{rest+}")]
    [InlineData("/a/x/c/d", "GET /a/{rest+}")]
    public void A_fixed_segment_goes_before_a_variable_and_both_before_a_greedy_one(string path, string key)
    {
        string[] paths = ["/a/{rest+}", "/a/{middle}/c", "/a/b/{rest+}", "/a/b/{last}", "/a/b/c"];
        var table = new RouteTable(paths.Select(route => new RouteModel("GET", route, "F", RouteAuthorizer.None)));
        Assert.Equal(key, table.Find("GET", path)!.Route.Key);
    }

    [Fact]
    public void Variables_are_passed_on_by_name()
    {
        var match = new RouteTable(RealTemplate.Load().Routes).Find("GET", "/api/projects/p1/datasets/d1/files")!;
        Assert.Equal(new Dictionary<string, string> { ["project"] = "p1", ["dataset"] = "d1", ["action"] = "files" }, match.PathParameters);
    }

    [Fact]
    public void A_greedy_variable_takes_the_rest_of_the_path() =>
        Assert.Equal("projects/p1/shares", new RouteTable(RealTemplate.Load().Routes).Find("GET", "/api/projects/p1/shares")!.PathParameters["proxy"]);
}
