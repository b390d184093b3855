using System.Text.Json.Nodes;
using Shares.Api.OpenApi;
using Shares.Api.Tests.Running;
using Shares.Testing.Contract;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Description;

/// <summary>A route of this function as it is described, and a request that somebody makes of it with success.</summary>
public sealed record RouteCase(ContractOperation Operation, AccessRule Rule)
{
    private static readonly HashSet<string> Own = [.. ApiDescription.Function.Groups.SelectMany(group => group.Operations).Select(operation => operation.Id)];

    public static readonly IReadOnlyList<RouteCase> All =
    [
        .. from operation in ContractCheck.Shared.Document.Operations
           where Own.Contains(operation.Id)
           select new RouteCase(operation, AccessRule.All.First(rule => rule.Allowed.Length > 0 && rule.Route == operation.Route)),
    ];

    private string Actor => Rule.Allowed[0];

    public static RouteCase Of(string route) => All.Single(each => each.Operation.Route == route);

    public static TheoryData<string> Where(Func<ContractOperation, bool> condition) =>
        [.. All.Where(each => condition(each.Operation)).Select(each => each.Operation.Route)];

    /// <summary>The request, with a share and a dataset made for it alone.</summary>
    public async Task<HttpApiEvent> RequestAsync(ApiFixture api, JsonNode? body = null)
    {
        // A minute later, for another share of what each caller may do in one.
        if (Operation.Refusals.Any(refusal => refusal.Code == "TOO_MANY_REQUESTS")) api.Time.Shift += TimeSpan.FromMinutes(1);
        var (method, target) = await AccessRuleTests.PrepareAsync(api, Rule.Request);
        var parts = target.Split('?', 2);
        return Actors.Request(Actor, method, parts[0], body?.ToJsonString() ?? Rule.Body) with { Query = parts.ElementAtOrDefault(1) ?? "" };
    }
}
