using System.Net;
using System.Text.Json.Nodes;
using Shares.Core.Enforcing;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.VerifyStorage;

public sealed class KeptBucketTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    private const string Foreign = """{ "Sid":"Backup" ,"Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"arn:aws:s3:::BUCKET" }""";

    private static readonly TimeSpan NextHour = TimeSpan.FromMinutes(56);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<JsonArray>, DifferenceKind> Changes => new()
    {
        { "removed", s => s.RemoveAt(s.Count - 1), DifferenceKind.StatementMissing },
        { "widened", s => s[^1]!["Effect"] = "Allow", DifferenceKind.StatementChanged },
        { "added", s => s.Add(JsonNode.Parse("""{"Sid":"SharesToo","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""")), DifferenceKind.StatementAdded },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task What_others_change_in_our_statements_is_repaired_and_reported_and_theirs_stay(string what, Action<JsonArray> change, DifferenceKind kind)
    {
        var lab = await KeptAsync();
        var policy = JsonNode.Parse(PolicyOf(lab))!;
        change(policy["Statement"]!.AsArray());
        var foreign = Foreign.Replace("BUCKET", lab.Bucket, StringComparison.Ordinal);
        var ours = string.Join(',', policy["Statement"]!.AsArray().Select(s => s!.ToJsonString()));
        Write(lab, $"{{\"Version\":\"2012-10-17\",\"Statement\":[{foreign},{ours}]}}");

        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        Assert.Contains(foreign, PolicyOf(lab), StringComparison.Ordinal);
        Assert.False(BucketPolicyMerge.Merge(lab.Bucket, PolicyOf(lab), BucketPolicy.Statements(lab.Bucket, Function.Context)).ValueOrThrow().IsChanged, what);
        var difference = Assert.Single((await lab.Kept.FindBucketAsync(lab.Bucket, Ct))!.Differences);
        Assert.Equal((kind, lab.Bucket), (difference.Kind, difference.Where));
    }

    [Fact]
    public async Task A_policy_that_was_deleted_comes_back()
    {
        var lab = await KeptAsync();
        Write(lab, null);
        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        Assert.Contains("SharesReadersOnlyThroughShares", PolicyOf(lab), StringComparison.Ordinal);
        Assert.Equal(3, (await lab.Kept.FindBucketAsync(lab.Bucket, Ct))!.Differences.Count);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_is_not_written_and_the_reason_is_kept()
    {
        var lab = await KeptAsync();
        Write(lab, null);
        var network = new Network { Instead = r => r.Is(HttpMethod.Get, $"{lab.Bucket}/?policy") ? Replies.Error(HttpStatusCode.Forbidden, "AccessDenied") : null };
        await using var function = lab.Start(network, later: NextHour);
        await function.VerifyAsync();
        Assert.Null(storage.Buckets.Find(lab.Bucket)!.Info.Policy);
        Assert.Contains("AccessDenied", (await lab.Kept.FindBucketAsync(lab.Bucket, Ct))!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_is_new_to_us_has_no_differences()
    {
        var lab = await KeptAsync();
        var kept = (await lab.Kept.FindBucketAsync(lab.Bucket, Ct))!;
        Assert.Equal(lab.Publisher.Id, kept.ProjectId);
        Assert.Empty(kept.Differences);
        Assert.Null(kept.Reason);
    }

    private async Task<Lab> KeptAsync()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        await lab.PublishedAsync(isViewRestricted: true);
        return lab;
    }

    private string PolicyOf(Lab lab) => storage.Buckets.Find(lab.Bucket)!.Info.Policy!;

    private void Write(Lab lab, string? text) => storage.Buckets.Find(lab.Bucket)!.Update(info => info with { Policy = text });
}
