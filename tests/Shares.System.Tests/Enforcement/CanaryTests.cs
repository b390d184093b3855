using System.Text;
using Amazon.Runtime.Signing;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Enforcement;

/// <summary>The canary runs under its own role and says what it found.</summary>
public sealed class CanaryTests(LocalCloud cloud)
{
    [Fact]
    public async Task A_share_is_tried_out_from_the_Internet_and_its_publisher_sees_each_trial()
    {
        var (world, share, dataset) = await HandedOut.SharedAsync(cloud);
        using var admin = new HttpClient(new SigV4SigningHandler(
            await cloud.CredentialsAsync("admin"), Amazon.RegionEndpoint.USEast1, "lambda", new SocketsHttpHandler()));
        Answer? last = null;
        await Eventually.HoldsAsync(
            "the share has had its turn",
            async () =>
            {
                using var wake = new StringContent("{}", Encoding.UTF8, "application/json");
                using var response = await admin.PostAsync(new Uri(cloud.Internet, "/2015-03-31/functions/CanaryFunction/invocations"), wake);
                Assert.False(response.Headers.Contains("X-Amz-Function-Error"), await response.Content.ReadAsStringAsync());
                last = await world.EnforcementAsync(share);
                return last.Body!["canary"] is not null;
            },
            seconds: 180);
        var trials = last!["canary"]["trials"]!.AsArray();
        Assert.All(trials, trial => Assert.True((bool)trial!["passed"]!, last.Text));
        Assert.Equal(
            ["DIRECTLY_ON_BUCKET", "DOWNLOAD", "OLD_SIGNATURE", "OTHER_DATASET", "OTHER_ROLE", "OUTSIDE_VPC", "PRESIGNED_ANALYSIS", "PRESIGNED_DOWNLOAD"],
            trials.Select(trial => (string)trial!["trial"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(("ENFORCED", true), ((string?)last["state"], (bool)last["canary"]["passed"]!));
        await (await HandedOut.ForAsync(world, dataset)).AssertReadsAsync();
    }
}
