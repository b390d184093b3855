using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Shares.Aws.Sessions;
using Shares.Core.Canaries;
using Shares.Local.Identity;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Canaries;

/// <summary>What whoever gets hold of the canary's keys can make of them: sessions for a dataset that nobody has.</summary>
public sealed class CanaryRoleTests(Storage storage)
{
    private static readonly string OfSomebody = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    /// <summary>Tags of a session that is wanted, in the form <c>key=value,…</c>, and who says to want it.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "SharesDownloadRole", $"subscriber=a,ap01=shr-x,ds01={OfSomebody}", "canary" },
        { "SharesPipelineRole", $"subscriber=a,ap01=shr-x,ds01={CanaryIdentity.Dataset},ap02=shr-x,ds02={OfSomebody}", "canary" },
        { "SharesPipelineRole", $"subscriber=a,ap01=shr-x,ds01={CanaryIdentity.Dataset},bucket=shares-somebody", "canary" },
        { "SharesDownloadRole", "subscriber=a,bucket=shares-somebody", "canary" },
        { "SharesDownloadRole", $"ap01=shr-x,ds01={CanaryIdentity.Dataset}0", "canary" },
        { "SharesUploadRole", $"subscriber=a,bucket=shares-somebody,ds01={OfSomebody}", "canary" },
        { "SharesDownloadRole", $"subscriber=a,ap01=shr-x,ds01={CanaryIdentity.Dataset}", "lab-member" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task No_session_is_made_that_reaches_anything_else_or_bears_somebody_elses_name(string role, string tags, string identity)
    {
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => AssumeAsync(role, tags, identity));
        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [Fact]
    public async Task The_canarys_own_sessions_are_made() =>
        Assert.NotNull((await AssumeAsync("SharesDownloadRole", $"subscriber=a,ap01=shr-x,ds01={CanaryIdentity.Dataset}", "canary")).Credentials);

    private async Task<AssumeRoleResponse> AssumeAsync(string role, string tags, string identity)
    {
        using var sts = StsClient.Create(LocalAccount.Region, storage.Address, storage.CredentialsOf("CanaryFunctionRole"));
        return await sts.AssumeRoleAsync(
            new AssumeRoleRequest
            {
                RoleArn = LocalAccount.RoleArn(role),
                RoleSessionName = "eve",
                SourceIdentity = identity,
                Tags = [.. tags.Split(',').Select(tag => tag.Split('=')).Select(pair => new Tag { Key = pair[0], Value = pair[1] })],
            },
            TestContext.Current.CancellationToken);
    }
}
