using System.Net;

namespace Shares.Local.Tests.Gateway;

public sealed class PagesTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/console.js", "text/javascript")]
    [InlineData("/console.css", "text/css")]
    public async Task The_page_runs_its_own_scripts_only(string path, string type)
    {
        var response = await host.SendAsync(HttpMethod.Get, path);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_inline_script_style_or_handler()
    {
        var page = await host.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page);
    }

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("/..%2f..%2fDirectory.Build.props")]
    [InlineData("/%2e%2e/Gateway/Pages.cs")]
    [InlineData("/api")]
    public async Task There_is_nothing_else(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Get, path)).StatusCode);
}
