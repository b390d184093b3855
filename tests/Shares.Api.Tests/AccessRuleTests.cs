using Microsoft.AspNetCore.Routing;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests;

public sealed class AccessRuleTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows() =>
        from rule in AccessRule.All from actor in AccessRule.Everybody select new TheoryDataRow<string, string>(rule.Sentence, actor);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_route_answers_each_caller_as_its_rule_says(string sentence, string actor)
    {
        var rule = AccessRule.All.Single(r => r.Sentence == sentence);
        var (method, path) = await PrepareAsync(api, rule.Request);

        var answer = await api.SendAsync(actor, method, path.Split('?')[0], rule.ParsedBody, query: path.Split('?').ElementAtOrDefault(1) ?? "");

        var (status, code) = rule.For(actor);
        Assert.Equal(status, answer.StatusCode);
        if (code is not null) Assert.Equal(code, answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public void Every_route_has_a_rule()
    {
        var routes = api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!["/api".Length..]}"));
        var ruled = AccessRule.All.Select(r => r.Route);

        Assert.Equal(routes.Order(), ruled.Distinct().Order());
    }

    /// <summary>The request of a rule with what it names, made for it alone.</summary>
    internal static async Task<(string Method, string Path)> PrepareAsync(ApiFixture api, string request)
    {
        var world = api.World;
        var path = request
            .Replace("{publisher}", world.Publisher.ToString(), StringComparison.Ordinal)
            .Replace("{subscriber}", world.Subscriber.ToString(), StringComparison.Ordinal)
            .Replace("{offered}", world.Offered.ToString(), StringComparison.Ordinal)
            .Replace("{other}", world.Other.ToString(), StringComparison.Ordinal);
        if (path.Contains('{', StringComparison.Ordinal))
        {
            var tag = $"tag-{Guid.CreateVersion7(api.Time.GetUtcNow())}";
            var dataset = await world.DatasetAsync(tag);
            var share = await world.ShareAsync(tag);
            path = path
                .Replace("{dataset}", dataset.ToString(), StringComparison.Ordinal)
                .Replace("{share}", share.ToString(), StringComparison.Ordinal)
                .Replace("{usage}", (await world.UsageAsync(share, dataset)).ToString(), StringComparison.Ordinal);
        }

        var parts = path.Split(' ');
        return (parts[0], parts[1]);
    }
}
