using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

/// <summary>Bounds of parameters hold, and are refused by name.</summary>
public sealed class QueryRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string, string, string> Wrong =>
    [
        .. from each in RouteCase.All
           from parameter in each.Operation.Parameters
           where (string?)parameter["in"] == "query"
           from value in Violations.Of(parameter["schema"]!.AsObject())
           select new TheoryDataRow<string, string, string>(each.Operation.Route, (string)parameter["name"]!, ((JsonValue)value!).ToString()),
    ];

    public static TheoryData<string, string> Required =>
    [
        .. from each in RouteCase.All
           from parameter in each.Operation.Parameters
           where (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true
           select new TheoryDataRow<string, string>(each.Operation.Route, (string)parameter["name"]!),
    ];

    public static TheoryData<string> Paged => RouteCase.Where(operation => operation.Refusals.Any(refusal => refusal.Code == "BAD_PAGE_TOKEN") && operation.Request is null);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_parameter_out_of_its_bounds_is_refused_by_name(string route, string parameter, string value)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request with { Query = With(request.Query, parameter, value) })).Refuses(400, "VALIDATION_FAILED", parameter);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public async Task A_parameter_that_is_required_is_missed_by_name(string route, string parameter)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request with { Query = With(request.Query, parameter, null) })).Refuses(400, "VALIDATION_FAILED", parameter);
    }

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task A_token_that_was_made_up_is_refused(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request with { Query = With(request.Query, "nextToken", "made-up") })).Refuses(400, "BAD_PAGE_TOKEN");
    }

    private static string With(string query, string name, string? value)
    {
        var others = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith($"{name}=", StringComparison.Ordinal));
        return string.Join('&', value is null ? others : [.. others, $"{name}={Uri.EscapeDataString(value)}"]);
    }
}
