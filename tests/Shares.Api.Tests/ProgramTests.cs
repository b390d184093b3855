using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests;

/// <summary>The function as a process of its own, started from its environment alone, as on Lambda.</summary>
public sealed class ProgramTests
{
    private static readonly string Compiled = typeof(ApiSettings).Assembly.Location;

    [Fact]
    public Task The_program_serves_the_contract() => ServesAsync((runtime, environment) => FunctionProcess.Start(Compiled, runtime, environment));

    [Fact]
    public Task The_published_program_serves_the_contract_too()
    {
        Assert.SkipUnless(PublishedFunctions.AreThere, PublishedFunctions.WhyMissing);
        return ServesAsync((runtime, environment) => PublishedFunctions.Start("Shares.Api", runtime, environment));
    }

    [Fact]
    public async Task A_program_without_its_table_says_so_and_does_not_start()
    {
        await using var runtime = await StrictRuntimeApi.StartAsync();
        await using var program = FunctionProcess.Start(Compiled, runtime);

        await runtime.InitError;

        Assert.NotEqual(0, await program.ExitCodeAsync());
        Assert.Contains(program.Output, line => line.Contains("TABLE_NAME", StringComparison.Ordinal));
    }

    private static async Task ServesAsync(Func<StrictRuntimeApi, IReadOnlyDictionary<string, string>, FunctionProcess> start)
    {
        await using var table = await TestTable.CreateAsync();
        await using var runtime = await StrictRuntimeApi.StartAsync();
        await using var program = start(runtime, new Dictionary<string, string>
        {
            ["TABLE_NAME"] = table.Name,
            ["SHARES_ACCOUNT_ID"] = ApiInstance.Account,
            ["REPORTS_BUCKET"] = ReportsBucket.Name,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
        });
        Task<HttpApiAnswer> SendAsync(string actor, string method, string route, string? json = null) =>
            runtime.InvokeAsync(Actors.Request(actor, method, route, json));

        var created = await SendAsync("platform-admin", "POST", "/projects", """{"name":"p","settings":{"isShareable":true}}""");
        var project = $"/projects/{created.Json.GetProperty("id").GetString()}";
        var dataset = await SendAsync("platform-admin", "POST", $"{project}/datasets/upload", """{"name":"d","processId":"x","expectedFiles":["a"]}""");
        var share = await SendAsync("platform-admin", "POST", $"{project}/shares", """{"name":"s","conditions":[{"field":"TAG","value":"t"}]}""");
        var shares = await SendAsync("platform-admin", "GET", $"{project}/shares");
        var datasets = await SendAsync("platform-admin", "GET", $"{project}/datasets");

        Assert.Equal([201, 201, 201, 200, 200], [created.StatusCode, dataset.StatusCode, share.StatusCode, shares.StatusCode, datasets.StatusCode]);
        Assert.Equal("s", shares.Json[0].GetProperty("name").GetString());
        Assert.Equal("d", datasets.Json.GetProperty("data")[0].GetProperty("name").GetString());
        Assert.Equal(400, (await SendAsync("platform-admin", "POST", $"{project}/shares", "{")).StatusCode);
        Assert.Equal(404, (await SendAsync("somebody", "GET", project)).StatusCode);
        Assert.Empty(runtime.Violations);
        Assert.DoesNotContain(program.Output, line => JsonNode.Parse(line)!["level"]!.GetValue<string>() == "ERROR");
    }
}
