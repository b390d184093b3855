using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime.Signing;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Egress;

/// <summary>What finance sees, and Billing run when it is needed rather than when its schedule wakes it.</summary>
internal sealed class Finance(LocalCloud cloud, ApiClient finance)
{
    public static readonly string Month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Report(string format = "json") => $"/api/reports/egress?period={Month}&format={format}";

    public static async Task<Finance> SignInAsync(LocalCloud cloud) => new(cloud, await cloud.SignInAsync("finance"));

    public ApiClient Client => finance;

    /// <summary>A job of Billing, now. A run of the same job that is under way may have been first.</summary>
    public async Task RunAsync(string job)
    {
        var signing = new SigV4SigningHandler(await cloud.CredentialsAsync("admin"), RegionEndpoint.USEast1, "lambda", new HttpClientHandler());
        using var http = new HttpClient(signing) { Timeout = TimeSpan.FromMinutes(2) };
        using var wake = new StringContent($$"""{"job":"{{job}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(cloud.Internet, "/2015-03-31/functions/BillingFunction/invocations"), wake);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !answer.Headers.Contains("X-Amz-Function-Error"), text);
    }

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
