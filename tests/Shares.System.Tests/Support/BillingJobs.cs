using System.Text;
using Amazon;
using Amazon.Runtime.Signing;

namespace Shares.SystemTests.Support;

internal static class BillingJobs
{
    /// <summary>A job of Billing, now. A run of the same job that is under way may have been first.</summary>
    public static async Task RunJobAsync(this LocalCloud cloud, string job)
    {
        using var signing = new SigV4SigningHandler(await cloud.CredentialsAsync("admin"), RegionEndpoint.USEast1, "lambda", new HttpClientHandler());
        using var http = new HttpClient(signing) { Timeout = TimeSpan.FromMinutes(2) };
        using var wake = new StringContent($$"""{"job":"{{job}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(cloud.Internet, "/2015-03-31/functions/BillingFunction/invocations"), wake);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !answer.Headers.Contains("X-Amz-Function-Error"), text);
    }
}
