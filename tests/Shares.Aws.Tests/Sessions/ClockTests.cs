using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Shares.Aws.Sessions;
using Shares.Core.Enforcing;
using Shares.Core.Sessions;
using Shares.Testing.DynamoDb;

namespace Shares.Aws.Tests.Sessions;

/// <summary>STS's clock and ours are two.</summary>
public sealed class ClockTests
{
    private static readonly SessionIdentity Identity = new("0190a1b2c3d47e5f8a9b0c1d2e3f4a5b.0011223344556677", "lab-member");

    /// <summary>Milliseconds.</summary>
    private static readonly Gen<int> UpToFiveSeconds = Gen.Int[0, 5000];

    [Fact]
    public Task No_session_that_is_handed_out_outlives_a_later_revocation_however_wrong_the_clock_of_STS_is() =>
        Gen.Select(UpToFiveSeconds, Gen.Int[-5000, 5000], UpToFiveSeconds, UpToFiveSeconds).SampleAsync(async (start, ahead, answering, later) =>
        {
            var time = new FakeTimeProvider(StsAnswers.Now.AddMilliseconds(start));
            var vended = await VendAsync(time, ahead, answering);
            return vended is null || vended.IssuedAt < Revocation.MomentAfter(time.GetUtcNow().AddMilliseconds(later));
        });

    [Fact]
    public Task The_time_of_issue_is_that_of_STS_to_the_second_however_long_the_session() =>
        Gen.Select(UpToFiveSeconds, Gen.Int[0, 5_000_000]).SampleAsync(async (start, wanted) =>
        {
            var time = new FakeTimeProvider(StsAnswers.Now.AddMilliseconds(start));
            var vended = await VendAsync(time, 0, 0, wantedUntil: time.GetUtcNow().AddMilliseconds(wanted));
            return vended!.IssuedAt.ToUnixTimeMilliseconds() == time.GetUtcNow().ToUnixTimeSeconds() * 1000;
        });

    [Fact]
    public Task A_clock_that_is_off_by_a_second_refuses_nobody() =>
        Gen.Select(UpToFiveSeconds, Gen.Int[-1000, 1000], UpToFiveSeconds).SampleAsync(async (start, ahead, answering) =>
            await VendAsync(new FakeTimeProvider(StsAnswers.Now.AddMilliseconds(start)), ahead, answering) is not null);

    [Theory]
    [InlineData(2001, "ClockAhead")]
    [InlineData(-3_600_000, "ClockBehind")]
    public async Task A_session_of_a_wrong_clock_is_not_handed_out(int ahead, string reason)
    {
        var log = new VendorLog();
        Assert.Null(await VendAsync(new FakeTimeProvider(StsAnswers.Now), ahead, 0, log));
        Assert.EndsWith($": {reason}", Assert.Single(log.Lines).TrimEnd(), StringComparison.Ordinal);
    }

    /// <param name="ahead">Milliseconds by which STS's clock is ahead.</param>
    /// <param name="answering">Milliseconds until the answer is here.</param>
    private static async Task<VendedSession.Vended?> VendAsync(FakeTimeProvider time, int ahead, int answering, VendorLog? log = null, DateTimeOffset? wantedUntil = null)
    {
        using var clock = new StsClock(time, ahead, answering);
        using var client = new AmazonSecurityTokenServiceClient(new SessionAWSCredentials("ASIATEST", "secret", "token"), new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = "http://sts.test", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0, HttpClientFactory = new ThroughHandler(clock),
        });
        var vendor = new SessionVendor(client, time, log ?? new VendorLog());
        var request = new SessionRequest("arn:aws:iam::111122223333:role/SharesDownloadRole", Identity, new Dictionary<string, string>(), wantedUntil ?? DateTimeOffset.MaxValue);
        return await vendor.VendAsync(request, CancellationToken.None) as VendedSession.Vended;
    }

    private sealed class StsClock(FakeTimeProvider time, int ahead, int answering) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
            var lifetime = int.Parse(form["DurationSeconds"].ToString(), CultureInfo.InvariantCulture);
            var answer = StsAnswers.Until(time.GetUtcNow().AddMilliseconds(ahead).AddSeconds(lifetime)).Body;
            time.Advance(TimeSpan.FromMilliseconds(answering));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "text/xml") };
        }
    }
}
