using System.Text.Json;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.StorageChanges;
using Shares.Provisioning.Tests.VerifyStorage;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.StorageChanges;

public sealed class StorageChangeTests(Storage storage, Tables tables)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_access_point_is_repaired_as_soon_as_its_change_is_told()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Tampering.Edit(lab, share, statements => statements.RemoveAt(0));
        await using var function = lab.Start();
        await function.HearAsync(Change("PutAccessPointPolicy", accessPoint: Tampering.Name(lab, share)));
        await lab.AssertEnforcedAsync(share);
        Assert.Equal(DifferenceKind.StatementMissing, Assert.Single((await lab.Enforcements.FindAsync(share, Ct))!.Differences).Kind);
    }

    [Fact]
    public async Task A_changed_bucket_policy_is_repaired_as_soon_as_its_change_is_told()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        await lab.PublishedAsync(isViewRestricted: true);
        storage.Buckets.Find(lab.Bucket)!.Update(info => info with { Policy = null });
        await using var function = lab.Start();
        await function.HearAsync(Change("DeleteBucketPolicy", bucket: lab.Bucket));
        Assert.Contains("SharesOnlyOverTls", storage.Buckets.Find(lab.Bucket)!.Info.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_access_point_of_our_names_that_is_nobodys_is_deleted()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var name = $"shr-{New<ShareId>().Hex()}-d1";
        Assert.True(storage.AccessPoints.Add(new(name, lab.Bucket, $"{name}-x-s3alias", null, Local.S3Control.AccessPoint.PublicAccessSettings, TimeProvider.System.GetUtcNow(), null)));
        await using var function = lab.Start();
        await function.HearAsync(Change("CreateAccessPoint", accessPoint: name));
        Assert.Null(storage.AccessPoints.Find(name));
    }

    [Theory]
    [InlineData(Function.OwnRole, null)]
    [InlineData("arn:aws:iam::111122223333:role/mallory", "AccessDenied")]
    public async Task Our_own_calls_and_those_that_were_refused_ask_for_nothing(string role, string? errorCode)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        var network = new Network();
        await using var function = lab.Start(network);
        await function.HearAsync(Change("PutAccessPointPolicy", accessPoint: Tampering.Name(lab, share), role: role, errorCode: errorCode));
        Assert.Empty(network.Calls);
    }

    [Fact]
    public async Task What_is_not_ours_is_left_alone()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var network = new Network();
        await using var function = lab.Start(network);
        await function.HearAsync(Change("PutBucketPolicy", bucket: "somebody-elses"));
        await function.HearAsync(Change("CreateAccessPoint", accessPoint: "projects-own"));
        await function.HearAsync(new StorageChange());
        Assert.Empty(network.Calls);
    }

    [Fact]
    public void An_event_as_CloudTrail_writes_it_is_understood()
    {
        const string json = """
            {"version":"0","id":"1","detail-type":"AWS API Call via CloudTrail","source":"aws.s3","account":"111122223333","region":"us-east-1","resources":[],
             "detail":{"eventVersion":"1.09","eventSource":"s3.amazonaws.com","eventName":"PutAccessPointPolicy","errorCode":"AccessDenied",
              "userIdentity":{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/mallory"}}},
              "requestParameters":{"Host":"111122223333.s3-control.us-east-1.amazonaws.com","name":"shr-x-a1","bucketName":"b"}}}
            """;
        var woken = JsonSerializer.Deserialize(json, ProvisioningJson.Default.ProvisioningEvent)!;
        Assert.Equal(ProvisioningEvent.ApiCall, woken.DetailType);
        Assert.Equal(Change("PutAccessPointPolicy", "shr-x-a1", "b", "arn:aws:iam::111122223333:role/mallory", "AccessDenied"), woken.Detail);
    }

    private static StorageChange Change(
        string eventName, string? accessPoint = null, string? bucket = null, string role = "arn:aws:iam::111122223333:role/mallory", string? errorCode = null) => new()
    {
        EventName = eventName,
        ErrorCode = errorCode,
        UserIdentity = new(new(new(role))),
        RequestParameters = new(bucket, accessPoint),
    };
}
