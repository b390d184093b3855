using System.Globalization;
using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Egress;

/// <summary>What finance sees, and Billing run when it is needed rather than when its schedule wakes it.</summary>
internal sealed class Finance(LocalCloud cloud, ApiClient finance)
{
    public static readonly string Month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Report(string format = "json") => $"/api/reports/egress?period={Month}&format={format}";

    public static async Task<Finance> SignInAsync(LocalCloud cloud) => new(cloud, await cloud.SignInAsync("finance"));

    public ApiClient Client => finance;

    public Task RunAsync(string job) => cloud.RunJobAsync(job);

    /// <summary>The report's lines about one share, once they are as they are waited for.</summary>
    public async Task<IReadOnlyList<JsonNode>> LinesAsync(string share, Func<IReadOnlyList<JsonNode>, bool> isDone)
    {
        IReadOnlyList<JsonNode> lines = [];
        await Eventually.HoldsAsync($"the report says what was read of share {share}", async () =>
        {
            await RunAsync("STATEMENTS");
            lines = await LinesAsync(share);
            return isDone(lines);
        });
        return lines;
    }

    private async Task<IReadOnlyList<JsonNode>> LinesAsync(string share)
    {
        var lines = new List<JsonNode>();
        for (var token = ""; ;)
        {
            var page = await finance.GetAsync($"{Report()}&nextToken={token}");
            // Made anew meanwhile.
            if (page.Status == 400) return await LinesAsync(share);
            lines.AddRange(page.Expect(200)["data"].AsArray().Where(line => (string?)line!["share"]?["id"] == share).Select(line => line!));
            token = (string)page["nextToken"]!;
            if (token.Length == 0) return lines;
        }
    }
}
