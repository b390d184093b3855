using System.Text.Json.Nodes;
using Shares.Core.Egress;
using Shares.Egress.Tests.World;
using Shares.Testing.RuntimeApi;
using Shares.Testing.Trail;

namespace Shares.Egress.Tests;

/// <summary>The function as a process of its own, started from its environment alone, as on Lambda.</summary>
public sealed class ProgramTests(Ledgers ledgers)
{
    private static readonly string Compiled = typeof(EgressSettings).Assembly.Location;

    [Fact]
    public Task The_program_records_the_sample() => RecordsAsync((runtime, environment) => FunctionProcess.Start(Compiled, runtime, environment));

    [Fact]
    public Task The_published_program_records_the_sample_too()
    {
        Assert.SkipUnless(PublishedFunctions.AreThere, PublishedFunctions.WhyMissing);
        return RecordsAsync((runtime, environment) => PublishedFunctions.Start("Shares.Egress", runtime, environment));
    }

    [Fact]
    public async Task A_program_without_its_table_says_so_and_does_not_start()
    {
        await using var runtime = await StrictRuntimeApi.StartAsync();
        await using var program = FunctionProcess.Start(Compiled, runtime);
        Assert.NotEqual(0, await program.ExitCodeAsync());
        Assert.Contains(program.Output, line => line.Contains("TABLE_NAME", StringComparison.Ordinal));
    }

    private async Task RecordsAsync(Func<StrictRuntimeApi, IReadOnlyDictionary<string, string>, FunctionProcess> start)
    {
        // Made of today, since the program has the clock of this machine; and of nobody else's requests.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(-1).UtcDateTime);
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "subscription.json")))!;
        var run = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        foreach (var entry in sample["logEvents"]!.AsArray())
        {
            entry!["message"] = entry["message"]!.GetValue<string>().Replace("2026-11-22", today.ToString("O", null), StringComparison.Ordinal).Replace("REQ00000", run, StringComparison.Ordinal);
        }

        await using var runtime = await StrictRuntimeApi.StartAsync();
        await using var program = start(runtime, new Dictionary<string, string>
        {
            ["TABLE_NAME"] = ledgers.Store.Name,
            ["SHARES_ACCOUNT_ID"] = TrailRecord.AccountId,
            ["SHARES_PIPELINE_ROLE_ARN"] = $"arn:aws:iam::{TrailRecord.AccountId}:role/{TrailRecord.PipelineRole}",
            ["SHARES_DOWNLOAD_ROLE_ARN"] = $"arn:aws:iam::{TrailRecord.AccountId}:role/{TrailRecord.DownloadRole}",
            ["REPORTS_BUCKET"] = ReportsBuckets.Usual,
            ["AWS_ENDPOINT_URL_S3"] = ledgers.Buckets.Address.ToString(),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = ledgers.Store.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
        });
        var before = await TotalAsync(today);
        var packed = TrailDelivery.Event(TrailDelivery.Pack(sample.ToJsonString()));
        Assert.Null((await runtime.InvokeAsync(packed)).Error);
        Assert.Null((await runtime.InvokeAsync(packed)).Error);

        var added = await TotalAsync(today) + -before;
        Assert.Equal(4, added.Requests + added.RefusedRequests);
        Assert.Equal(243, added.RefusedBytes);
        Assert.NotNull((await runtime.InvokeAsync("{}")).Error);
        Assert.Empty(runtime.Violations);
        Assert.Contains(program.Output, line => JsonNode.Parse(line)!["EgressEvents"]?[0]?.GetValue<double>() == 4);
    }

    private async Task<EgressAmount> TotalAsync(DateOnly day) =>
        (await ledgers.ReadAsync(day)).Values.Aggregate(default(EgressAmount), (sum, amount) => sum + amount);
}
