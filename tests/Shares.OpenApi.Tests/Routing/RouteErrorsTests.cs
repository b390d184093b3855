using Shares.Core.Failures;
using Shares.OpenApi.Routing;
using Shares.Web.Gate;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Tests.Routing;

/// <summary>Refusals that nobody writes down, since they follow from what a route is.</summary>
public sealed class RouteErrorsTests
{
    [Fact]
    public void An_open_route_refuses_nobody() => Assert.Equal(["INTERNAL_ERROR"], Codes("GET /health", Who.Anyone));

    [Fact]
    public void Strangers_to_a_project_find_nothing_and_roles_can_be_too_low()
    {
        string[] codes = ["UNAUTHENTICATED", "ROLE_TOO_LOW", "NOT_FOUND", "INTERNAL_ERROR", "STORE_UNAVAILABLE", "TIMED_OUT"];

        Assert.Equal(codes, Codes("GET /projects/{project}", Who.Admin));
        Assert.Equal(codes.Except(["NOT_FOUND"]), Codes("GET /projects", Who.Person));
    }

    [Fact]
    public void No_role_is_too_low_where_members_and_pipelines_may() =>
        Assert.DoesNotContain("ROLE_TOO_LOW", Codes("GET /projects/{project}/files", Who.Reader | Who.Pipeline));

    [Fact]
    public void Routes_for_pipelines_tell_people_so()
    {
        Assert.Contains("NOT_YOUR_PIPELINE_ROLE", Codes("POST /projects/{project}/token", Who.Pipeline));
        Assert.DoesNotContain("ROLE_TOO_LOW", Codes("POST /projects/{project}/token", Who.Pipeline));
    }

    [Fact]
    public void A_body_can_be_wrong_in_four_ways()
    {
        var codes = Codes(new Operation("POST /projects", "x", "") { Request = typeof(string) }, Who.Person);

        Assert.Superset(new HashSet<string> { "VALIDATION_FAILED", "MALFORMED_BODY", "BODY_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE" }, codes.ToHashSet());
    }

    [Theory]
    [InlineData(Traits.Paged, "BAD_PAGE_TOKEN")]
    [InlineData(Traits.PagedByHeader, "BAD_PAGE_TOKEN")]
    [InlineData(Traits.PagedByHeader, "VALIDATION_FAILED")]
    [InlineData(Traits.Conditional, "VERSION_MISMATCH")]
    [InlineData(Traits.Idempotent, "IDEMPOTENCY_KEY_REUSED")]
    [InlineData(Traits.RateLimited, "TOO_MANY_REQUESTS")]
    public void A_trait_brings_its_refusal(Traits trait, string code)
    {
        Assert.Contains(code, Codes(new Operation("POST /x", "x", "") { Traits = trait }, Who.Person));
        Assert.DoesNotContain(code, Codes("POST /x", Who.Person));
    }

    [Fact]
    public void Writers_can_lose_races() => Assert.Contains("CONFLICT", Codes("PUT /projects/{project}", Who.Admin));

    [Fact]
    public void Only_queries_with_bounds_can_break_them()
    {
        Assert.Contains("VALIDATION_FAILED", Codes(new Operation("GET /x", "x", "") { Query = [new("order", "", Shape.OneOf("asc"))] }, Who.Person));
        Assert.DoesNotContain("VALIDATION_FAILED", Codes(new Operation("GET /x", "x", "") { Query = [new("text", "", Shape.String)] }, Who.Person));
    }

    [Fact]
    public void What_a_route_adds_comes_with_its_status()
    {
        var route = new ContractRoute(new("GET /x", "x", "") { Fails = [ErrorCode.SharingDisabled] }, Who.Person, new("", "", []));

        Assert.Contains(new ErrorAnswer(403, "SHARING_DISABLED"), RouteErrors.Of(route));
    }

    private static string[] Codes(string route, Who who) => Codes(new Operation(route, "x", ""), who);

    private static string[] Codes(Operation operation, Who who) =>
        [.. RouteErrors.Of(new ContractRoute(operation, who, new("", "", []))).Select(error => error.Code)];
}
