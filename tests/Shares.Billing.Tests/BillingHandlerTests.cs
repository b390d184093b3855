using Shares.Billing.Tests.World;

namespace Shares.Billing.Tests;

public sealed class BillingHandlerTests(Storage storage, Tables tables) : IClassFixture<Tables>
{
    [Theory]
    [InlineData("PAINT")]
    [InlineData("rescan")]
    [InlineData("")]
    public async Task A_job_that_there_is_not_fails_the_run_and_is_measured(string job)
    {
        await using var office = await Office.OpenAsync(storage, tables, new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));
        await Assert.ThrowsAsync<FormatException>(() => office.RunAsync(job));
        Assert.Contains("\"BillingFailedRuns\":[1]", office.LastOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_job_runs_on_an_empty_system_and_measures_that_it_did()
    {
        await using var office = await Office.OpenAsync(storage, tables, new(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));
        office.Aws.Addresses = """{"syncToken":"1","prefixes":[{"ip_prefix":"192.0.2.0/24","region":"us-east-1"}],"ipv6_prefixes":[]}""";
        foreach (var job in Enum.GetValues<Job>()) Assert.Contains("\"BillingFailedRuns\":[0]", await office.RunAsync(job), StringComparison.Ordinal);
    }
}
