using System.Net;
using System.Text.Json.Nodes;
using Shares.Local.Tests.Gateway;

namespace Shares.Local.Tests.Portal;

public sealed class PortalFilesTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/projects/0197e000-0000-7000-8000-000000000042/shares?type=PUBLISHER")]
    [InlineData("/signed-in?code=a.b")]
    public async Task Every_address_of_a_page_is_answered_with_the_page_which_is_never_kept(string path)
    {
        var response = await host.SendAsync(HttpMethod.Get, path);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(GatewayHost.PortalPage, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Files_whose_names_change_with_their_contents_are_kept_forever()
    {
        var response = await host.SendAsync(HttpMethod.Get, "/assets/index-a1b2c3.js");
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/index-a1b2c3.js")]
    [InlineData("/config.json")]
    [InlineData("/assets/gone.js")]
    public async Task Whatever_is_served_runs_its_own_scripts_only_and_in_no_other_page(string path)
    {
        var response = await host.SendAsync(HttpMethod.Get, path);
        string Header(string name) => response.Headers.GetValues(name).Single();
        var policy = Header("Content-Security-Policy").Split("; ");
        string[] expected = ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];
        Assert.Equal(expected, policy.Intersect(expected));
        Assert.Contains("connect-src 'self' http://localhost:8080 http://localhost:8900", policy);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-referrer", "DENY"), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("X-Frame-Options")));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_learns_where_people_sign_in()
    {
        var response = await host.SendAsync(HttpMethod.Get, "/config.json");
        var configuration = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((host.Issuer, "portal"), ((string?)configuration["issuer"], (string?)configuration["clientId"]));
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("GET", "/..%2f..%2fDirectory.Build.props")]
    [InlineData("GET", "/%2e%2e/Gateway/Portal.cs")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/iam")]
    [InlineData("GET", "/oidc/elsewhere")]
    [InlineData("POST", "/projects")]
    public async Task There_is_nothing_else(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(new HttpMethod(method), path)).StatusCode);

    [Theory]
    [InlineData("/api/elsewhere")]
    [InlineData("/iam/elsewhere")]
    public async Task What_is_the_APIs_is_never_a_page(string path)
    {
        var response = await host.SendAsync(HttpMethod.Get, path);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
    }
}
