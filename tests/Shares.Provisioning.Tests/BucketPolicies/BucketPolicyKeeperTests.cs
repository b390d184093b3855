using System.Net;
using Shares.Core.Enforcing;
using Shares.Core.Sharing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.BucketPolicies;

public sealed class BucketPolicyKeeperTests(Storage storage, Tables tables)
{
    private const string Foreign = """
        { "Sid" : "AuditorsRead",  "Effect":"Allow", "Principal":{"AWS":"arn:aws:iam::111122223333:role/auditor"},
              "Action" : [ "s3:ListBucket" ], "Resource":"arn:aws:s3:::BUCKET"   }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_of_others_are_kept_byte_for_byte()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var foreign = Foreign.Trim().Replace("BUCKET", lab.Bucket, StringComparison.Ordinal);
        Policy(lab, $"{{\"Version\":\"2012-10-17\",\"Statement\":[{foreign}]}}");
        await lab.PublishedAsync(isViewRestricted: true);
        var policy = storage.Buckets.Find(lab.Bucket)!.Info.Policy!;
        Assert.Contains(foreign, policy, StringComparison.Ordinal);
        Assert.All(BucketPolicy.Statements(lab.Bucket, Function.Context), ours => Assert.Contains(ours["Sid"]!.GetValue<string>(), policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_holds_our_statements_is_not_written()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        await lab.PublishedAsync(isViewRestricted: true);
        var network = new Network();
        await using var function = lab.Start(network);
        await function.RunAsync([(await lab.PublishAsync(isViewRestricted: true)).Change]);
        Assert.Contains($"GET /{lab.Bucket}/?policy", network.Calls);
        Assert.DoesNotContain($"PUT /{lab.Bucket}/?policy", network.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AccessDenied")]
    [InlineData(HttpStatusCode.NotFound, "NoSuchKey")]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SlowDown")]
    public async Task A_policy_that_could_not_be_read_is_never_written(HttpStatusCode status, string code)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        const string before = """{"Version":"2012-10-17","Statement":[]}""";
        Policy(lab, before);
        var (id, change) = await lab.PublishAsync(isViewRestricted: false);
        var network = new Network { Instead = request => request.Is(HttpMethod.Get, "?policy") ? Replies.Error(status, code) : null };
        await using var function = lab.Start(network);
        await function.RunAsync([change]);
        Assert.DoesNotContain(network.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
        Assert.Equal(before, storage.Buckets.Find(lab.Bucket)!.Info.Policy);
        Assert.Empty(lab.AccessPointsOf(id));
    }

    [Fact]
    public async Task A_policy_that_would_be_too_large_fails_the_share_and_names_the_bucket_before_anything_is_written()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var keys = string.Join(',', Enumerable.Range(0, 190).Select(number => $"\"arn:aws:s3:::{lab.Bucket}/{number:D50}\""));
        var large = $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"KeepForever","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":[{{keys}}]}]}
            """;
        Assert.InRange(large.Length, 20_000, 20_480);
        Policy(lab, large);
        var (id, change) = await lab.PublishAsync(isViewRestricted: true);
        Assert.Empty(await lab.DeliverAsync(change));
        var recorded = await lab.Enforcements.FindAsync(id, Ct);
        Assert.Equal(EnforcementState.Failed, recorded!.State);
        Assert.Contains(lab.Bucket, recorded.Reason, StringComparison.Ordinal);
        Assert.Equal(large, storage.Buckets.Find(lab.Bucket)!.Info.Policy);
        Assert.Empty(lab.AccessPointsOf(id));
    }

    private void Policy(Lab lab, string text) => storage.Buckets.Find(lab.Bucket)!.Update(info => info with { Policy = text });
}
