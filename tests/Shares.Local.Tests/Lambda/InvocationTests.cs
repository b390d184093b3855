using System.Text.Json.Nodes;
using static Shares.Local.Tests.Lambda.LambdaFixture;

namespace Shares.Local.Tests.Lambda;

public sealed class InvocationTests
{
    [Fact]
    public async Task A_function_gets_its_event_and_its_response_comes_back()
    {
        await using var fixture = new LambdaFixture();
        var (isError, payload) = await fixture.InvokeAsync(new() { ["do"] = "echo", ["text"] = "žluť" });
        Assert.False(isError);
        Assert.Equal("žluť", payload["text"]!.ToString());
    }

    [Fact]
    public async Task A_process_has_the_environment_of_lambda_and_the_variables_of_the_template()
    {
        await using var fixture = new LambdaFixture();
        var (_, environment) = await fixture.InvokeAsync(Do("environment"));
        Assert.Equal(Function, environment["AWS_LAMBDA_FUNCTION_NAME"]!.ToString());
        Assert.Equal("512", environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]!.ToString());
        Assert.Equal("us-east-1", environment["AWS_REGION"]!.ToString());
        Assert.Equal("Table", environment["TABLE_NAME"]!.ToString());
        Assert.Equal("http://localhost:8900", environment["AWS_ENDPOINT_URL_STS"]!.ToString());
        var credential = fixture.Credentials.Find(environment["AWS_ACCESS_KEY_ID"]!.ToString());
        Assert.NotNull(credential);
        Assert.Equal(credential.SessionToken, environment["AWS_SESSION_TOKEN"]!.ToString());
        Assert.Equal("TestRole", credential.Principal.RoleName);
    }

    [Fact]
    public async Task A_process_is_kept_for_the_next_event()
    {
        await using var fixture = new LambdaFixture();
        var (_, first) = await fixture.InvokeAsync(Do("environment"));
        var (_, second) = await fixture.InvokeAsync(Do("environment"));
        Assert.Equal(first["pid"]!.GetValue<int>(), second["pid"]!.GetValue<int>());
    }

    [Fact]
    public async Task Events_that_come_together_run_in_processes_of_their_own()
    {
        await using var fixture = new LambdaFixture(concurrency: 3);
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Folder, "meeting"));
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fixture.InvokeAsync(Meet(folder, 3))));
        Assert.Equal(3, results.Select(result => result.Payload.GetValue<int>()).Distinct().Count());
    }

    [Fact]
    public async Task Events_over_the_limit_of_processes_wait_for_a_free_one()
    {
        await using var fixture = new LambdaFixture(concurrency: 2);
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Folder, "meeting"));
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.InvokeAsync(Meet(folder, 2))));
        Assert.Equal(2, results.Select(result => result.Payload.GetValue<int>()).Distinct().Count());
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_stop_the_function()
    {
        await using var fixture = new LambdaFixture(concurrency: 1);
        var file = Path.Combine(fixture.Folder, "go");
        using var gaveUp = new CancellationTokenSource();
        var payload = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["do"] = "waitFor", ["file"] = file }.ToJsonString());
        var abandoned = fixture.Lambda.InvokeAsync(Function, payload, gaveUp.Token);
        while (!File.Exists(file + ".started")) await Task.Delay(5, TestContext.Current.CancellationToken);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var (isError, _) = await fixture.InvokeAsync(Do("echo"));
        Assert.False(isError);
    }

    [Fact]
    public async Task What_a_function_prints_is_in_its_log_file_and_in_the_tail_of_the_invocation()
    {
        await using var fixture = new LambdaFixture();
        var input = new JsonObject { ["do"] = "print", ["lines"] = new JsonArray("first line", "second line") };
        var outcome = await fixture.Lambda.InvokeAsync(
            Function, System.Text.Encoding.UTF8.GetBytes(input.ToJsonString()), TestContext.Current.CancellationToken);
        var tail = System.Text.Encoding.UTF8.GetString(await outcome.ReadLogAsync());
        Assert.Contains("first line\nsecond line\n", tail, StringComparison.Ordinal);
        Assert.Contains($"START RequestId: {outcome.RequestId}", tail, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Combine(fixture.Folder, $"{Function}.log"), TestContext.Current.CancellationToken);
        Assert.Contains("first line\nsecond line\n", log, StringComparison.Ordinal);
    }

    private static JsonObject Meet(DirectoryInfo folder, int count) => new() { ["do"] = "meet", ["folder"] = folder.FullName, ["count"] = count };
}
