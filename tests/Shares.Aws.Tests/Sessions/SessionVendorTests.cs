using Amazon.Runtime;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Shares.Aws.Sessions;
using Shares.Aws.Tests.AccessPoints;
using Shares.Core.Sessions;

namespace Shares.Aws.Tests.Sessions;

public sealed class SessionVendorTests
{
    private const string Role = "arn:aws:iam::111122223333:role/SharesDownloadRole";

    private static readonly SessionIdentity Identity = new("0190a1b2c3d47e5f8a9b0c1d2e3f4a5b.0011223344556677", "lab-member");

    private readonly FakeTimeProvider _time = new(StsAnswers.Now);
    private readonly VendorLog _log = new();

    [Fact]
    public async Task A_session_carries_its_role_its_names_and_exactly_its_tags()
    {
        await using var sts = await FaultyS3.StartAsync(StsAnswers.Session);
        var tags = new Dictionary<string, string> { ["ap01"] = "shr-x-d1", ["ds01"] = "some-dataset" };

        var vended = Assert.IsType<VendedSession.Vended>(await VendAsync(sts, TimeSpan.FromHours(1), tags));

        Assert.Equal("ASIAVENDED", vended.Credentials.AccessKeyId);
        Assert.Equal(StsAnswers.Secret, vended.Credentials.SecretAccessKey);
        Assert.Equal(StsAnswers.Token, vended.Credentials.SessionToken);
        Assert.Equal((StsAnswers.Now, StsAnswers.Now.AddHours(1)), (vended.IssuedAt, vended.Credentials.ExpiresAt));
        var asked = Form(sts);
        Assert.Equal(("AssumeRole", Role), (asked["Action"], asked["RoleArn"]));
        Assert.Equal((Identity.SessionName, Identity.SourceIdentity), (asked["RoleSessionName"], asked["SourceIdentity"]));
        Assert.Equal(["ap01", "ds01"], [asked["Tags.member.1.Key"], asked["Tags.member.2.Key"]]);
        Assert.Equal(["shr-x-d1", "some-dataset"], [asked["Tags.member.1.Value"], asked["Tags.member.2.Value"]]);
        Assert.DoesNotContain("Tags.member.3.Key", asked.Keys);
    }

    [Theory]
    [InlineData(7200, 3600)]
    [InlineData(3600, 3600)]
    [InlineData(1800, 1800)]
    [InlineData(901, 901)]
    [InlineData(60, 900)]
    [InlineData(-5, 900)]
    public async Task A_session_lasts_from_15_minutes_to_an_hour(int wantedSeconds, int askedSeconds)
    {
        await using var sts = await FaultyS3.StartAsync(StsAnswers.Until(StsAnswers.Now.AddSeconds(askedSeconds)));
        var vended = Assert.IsType<VendedSession.Vended>(await VendAsync(sts, TimeSpan.FromSeconds(wantedSeconds)));
        Assert.Equal(StsAnswers.Now, vended.IssuedAt);
        Assert.Equal($"{askedSeconds}", Form(sts)["DurationSeconds"]);
    }

    [Fact]
    public async Task Too_many_tags_are_told_apart_from_an_outage_and_not_tried_again()
    {
        await using var sts = await FaultyS3.StartAsync(StsAnswers.Error(400, "PackedPolicyTooLarge"));
        Assert.IsType<VendedSession.TooManyTags>(await VendAsync(sts, TimeSpan.FromHours(1)));
        Assert.Single(sts.Received);
    }

    [Theory]
    [InlineData(403, "AccessDenied", 1)]
    [InlineData(400, "ValidationError", 1)]
    [InlineData(503, "ServiceUnavailable", 3)]
    public async Task A_refusal_is_an_outage_whose_code_alone_is_logged(int status, string code, int attempts)
    {
        await using var sts = await FaultyS3.StartAsync(StsAnswers.Error(status, code));
        Assert.IsType<VendedSession.Unavailable>(await VendAsync(sts, TimeSpan.FromHours(1)));
        Assert.Equal(attempts, sts.Received.Count);
        var line = Assert.Single(_log.Lines);
        Assert.Contains(code, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_STS_that_cannot_be_reached_is_an_outage()
    {
        var gone = new Uri("http://127.0.0.1:9/");
        Assert.IsType<VendedSession.Unavailable>(await VendAsync(gone, TimeSpan.FromHours(1), []));
    }

    [Fact]
    public async Task Neither_the_log_nor_the_text_of_credentials_holds_a_secret()
    {
        await using var sts = await FaultyS3.StartAsync(StsAnswers.Session);
        var vended = await VendAsync(sts, TimeSpan.FromHours(1));
        var written = string.Join('\n', [.. _log.Lines, $"{vended}", $"{((VendedSession.Vended)vended).Credentials}"]);
        Assert.Contains(Identity.SessionName, written, StringComparison.Ordinal);
        Assert.DoesNotContain(StsAnswers.Secret, written, StringComparison.Ordinal);
        Assert.DoesNotContain(StsAnswers.Token, written, StringComparison.Ordinal);
    }

    private Task<VendedSession> VendAsync(FaultyS3 sts, TimeSpan wanted, Dictionary<string, string>? tags = null) => VendAsync(sts.Address, wanted, tags ?? []);

    private async Task<VendedSession> VendAsync(Uri endpoint, TimeSpan wanted, Dictionary<string, string> tags)
    {
        using var client = StsClient.Create("us-east-1", endpoint, new SessionAWSCredentials("ASIATEST", "secret", "token"));
        return await new SessionVendor(client, _time, _log).VendAsync(new(Role, Identity, tags, _time.GetUtcNow() + wanted), CancellationToken.None);
    }

    private static Dictionary<string, string> Form(FaultyS3 sts) =>
        QueryHelpers.ParseQuery(Assert.Single(sts.Received).Body).ToDictionary(p => p.Key, p => p.Value.ToString());
}
