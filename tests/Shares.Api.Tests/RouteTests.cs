using Shares.Api.Tests.Running;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests;

public sealed class RouteTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("GET", "/api/nothing", 404, "NOT_FOUND")]
    [InlineData("GET", "/", 404, "NOT_FOUND")]
    [InlineData("GET", "/apiprojects", 404, "NOT_FOUND")]
    [InlineData("PATCH", "/api/projects", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/api/projects/../projects/x", 404, "NOT_FOUND")]
    [InlineData("GET", "/api/projects/%2e%2e/shares", 404, "NOT_FOUND")]
    public async Task An_unknown_address_or_method_is_a_problem_like_any_other(string method, string path, int status, string code)
    {
        var answer = await api.SendAsync(new HttpApiEvent(method, path).By("owner"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Headers["content-type"]);
        Assert.Equal(code, answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await api.SendAsync("owner", "DELETE", "/projects");

        Assert.Equal("GET, POST", answer.Headers["allow"]);
    }

    [Fact]
    public async Task A_problem_has_every_member_of_both_shapes_and_the_log_s_id()
    {
        var answer = await api.SendAsync("outsider", "GET", $"/projects/{api.World.Publisher}");

        var problem = answer.Json;
        Assert.Equal(
            ["type", "title", "status", "detail", "instance", "traceId", "statusCode", "errorCode", "errorDetail", "errors"],
            problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal(404, problem.GetProperty("statusCode").GetInt32());
        Assert.Equal(problem.GetProperty("detail").GetString(), problem.GetProperty("errorDetail").GetString());
        Assert.Equal($"/api/projects/{api.World.Publisher}", problem.GetProperty("instance").GetString());
        Assert.True(Guid.TryParse(problem.GetProperty("traceId").GetString(), out _));
    }

    [Fact]
    public async Task No_answer_is_kept_or_guessed_at()
    {
        foreach (var path in new[] { "/projects", "/nothing", $"/projects/{api.World.Other}" })
        {
            var answer = await api.GetAsync("owner", path);
            Assert.Equal("no-store", answer.Headers["cache-control"]);
            Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
        }
    }

    [Fact]
    public async Task A_project_that_is_not_there_and_one_that_is_not_yours_get_the_same_answer()
    {
        var missing = await api.GetAsync("outsider", "/projects/0197a000-0000-7000-8000-00000000000b");
        var foreign = await api.GetAsync("outsider", $"/projects/{api.World.Publisher}");

        Assert.Equal(404, missing.StatusCode);
        Assert.Equal(404, foreign.StatusCode);
        Assert.Equal(missing.Json.GetProperty("detail").GetString(), foreign.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("0197A000-0000-7000-8000-00000000000B")]
    [InlineData("0197a000000070008000-00000000000b")]
    [InlineData("%7B0197a000-0000-7000-8000-00000000000b%7D")]
    [InlineData("0197a000-0000-7000-8000-00000000000b%20")]
    public async Task A_wrong_id_is_not_there(string id)
    {
        var world = api.World;
        foreach (var path in new[] { $"/projects/{id}", $"/projects/{world.Publisher}/shares/{id}", $"/projects/{world.Publisher}/datasets/{id}" })
            Assert.Equal(404, (await api.GetAsync("owner", path)).StatusCode);
    }

    [Fact]
    public async Task An_action_is_found_with_its_colon_percent_encoded_too()
    {
        var share = await api.World.ShareAsync("colon");

        Assert.Equal(200, (await api.SendAsync("offered-owner", "PUT", $"/projects/{api.World.Offered}/shares/{share}%3Asubscribe")).StatusCode);
        Assert.Equal(200, (await api.SendAsync("offered-owner", "PUT", $"/projects/{api.World.Offered}/shares/{share}:unsubscribe")).StatusCode);
        Assert.Equal(404, (await api.SendAsync("offered-owner", "PUT", $"/projects/{api.World.Offered}/shares/{share}:destroy")).StatusCode);
    }

    [Fact]
    public async Task A_role_of_another_account_with_the_pipeline_s_name_is_a_stranger()
    {
        var request = Actors.Request("publisher-pipeline", "GET", $"/projects/{api.World.Publisher}", null);

        var answer = await api.SendAsync(request with { IamArn = "arn:aws:sts::999999999999:assumed-role/publisher-pipeline/session" });

        Assert.Equal(404, answer.StatusCode);
    }
}
