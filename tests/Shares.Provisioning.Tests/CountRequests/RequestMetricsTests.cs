using System.Net;
using System.Xml.Linq;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.CountRequests;

public sealed class RequestMetricsTests(Storage storage, Tables tables) : IClassFixture<Storage>, IClassFixture<Tables>
{
    /// <summary>What the local S3 keeps them under.</summary>
    private const string Setting = "metrics/";

    private static readonly TimeSpan NextHour = TimeSpan.FromMinutes(56);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, DifferenceKind> Changes => new()
    {
        { "deleted", DifferenceKind.MetricsMissing },
        { "led to another access point", DifferenceKind.MetricsChanged },
        { "led to a prefix", DifferenceKind.MetricsChanged },
    };

    /// <summary>Ways in which the calls that are about metrics fail, for good or for a while.</summary>
    public static TheoryData<HttpStatusCode, string> Refusals => new()
    {
        { HttpStatusCode.BadRequest, "TooManyConfigurations" },
        { HttpStatusCode.Forbidden, "AccessDenied" },
        { HttpStatusCode.ServiceUnavailable, "SlowDown" },
    };

    [Fact]
    public async Task Requests_through_the_download_access_point_are_counted_from_when_it_is_made_until_it_is_deleted()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: true);
        Assert.Empty(Counted(lab));
        Assert.Empty(await lab.DeliverAsync(await lab.AllowDownloadsAsync(share)));
        AssertCounted(lab, share, 1);
        Assert.Empty(await lab.DeliverAsync(await lab.RestrictAsync(share)));
        Assert.Empty(Counted(lab));
        Assert.Empty(await lab.DeliverAsync(await lab.AllowDownloadsAsync(share)));
        AssertCounted(lab, share, 2);
        Assert.Empty(await lab.DeliverAsync(await lab.DeleteAsync(share)));
        Assert.Empty(Counted(lab));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_others_change_is_put_right_and_reported_while_the_share_stays_enforced(string change, DifferenceKind kind)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        var before = (await lab.Enforcements.FindAsync(share, Ct))!;
        Change(lab, Name(share, 1), change);
        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        AssertCounted(lab, share, 1);
        await lab.AssertEnforcedAsync(share);
        var record = (await lab.Enforcements.FindAsync(share, Ct))!;
        var difference = Assert.Single(record.Differences);
        Assert.Equal((kind, Name(share, 1), before.EffectiveAt), (difference.Kind, difference.Where, record.EffectiveAt));
        Assert.Contains("\"StorageDifferences\":[", function.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_share_is_enforced_and_withdrawn_although_its_requests_cannot_be_counted(HttpStatusCode status, string code)
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var (share, made) = await lab.PublishAsync(isViewRestricted: false);
        var deaf = new Network { Instead = request => IsOfMetrics(request) ? Replies.Error(status, code) : null };
        await using (var function = lab.Start(deaf))
        {
            Assert.Empty(await function.RunAsync([made]));
            await lab.AssertEnforcedAsync(share);
            Assert.Contains(code, function.Output, StringComparison.Ordinal);
            Assert.Contains("\"RequestMetricsFailures\":[", function.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Counted(lab));
        await using (var later = lab.Start(later: NextHour)) await later.VerifyAsync();
        AssertCounted(lab, share, 1);
        await using (var function = lab.Start(deaf)) Assert.Empty(await function.RunAsync([await lab.DeleteAsync(share)]));
        Assert.Empty(lab.AccessPointsOf(share));
        AssertCounted(lab, share, 1);
    }

    [Fact]
    public async Task What_was_left_of_shares_that_are_gone_is_swept_within_the_hour_and_metrics_of_others_stay()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        var share = await lab.PublishedAsync(isViewRestricted: false);
        // More than one page of S3's list.
        Enumerable.Range(0, 120).ToList().ForEach(_ => Put(lab, Name(UuidId.New<ShareId>(TimeProvider.System), 1), "<Prefix>x/</Prefix>"));
        Put(lab, Name(share, 7), "<Prefix>x/</Prefix>");
        Put(lab, "EntireBucket", "<Prefix>x/</Prefix>");
        await using var function = lab.Start(later: NextHour);
        await function.VerifyAsync();
        Assert.Equal(new[] { "EntireBucket", Name(share, 1) }.Order(StringComparer.Ordinal), Counted(lab).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Beyond_a_thousand_S3_counts_no_more_and_the_share_is_enforced_all_the_same()
    {
        var lab = await Lab.OpenAsync(storage, tables);
        storage.Buckets.Find(lab.Bucket)!.Update(info => info with
        {
            Settings = Enumerable.Range(0, RequestMetric.PerBucket).ToDictionary(n => $"{Setting}others-{n}", n => Document($"others-{n}", "<Prefix>x/</Prefix>")),
        });
        var share = await lab.PublishedAsync(isViewRestricted: false);
        await lab.AssertEnforcedAsync(share);
        Assert.Equal(RequestMetric.PerBucket, Counted(lab).Count);
    }

    private static void AssertCounted(Lab lab, ShareId share, int generation)
    {
        var name = Name(share, generation);
        var filter = XElement.Parse(Counted(lab)[name]).Descendants().Single(element => !element.HasElements && element.Parent!.Name.LocalName == "Filter");
        Assert.Equal(("AccessPointArn", $"arn:aws:s3:us-east-1:111122223333:accesspoint/{name}"), (filter.Name.LocalName, filter.Value));
        Assert.Single(Counted(lab));
    }

    private static void Change(Lab lab, string id, string change)
    {
        if (change == "deleted") lab.Storage.Buckets.Find(lab.Bucket)!.Update(info => info with { Settings = info.Settings.Where(s => s.Key != $"{Setting}{id}").ToDictionary() });
        else Put(lab, id, change == "led to a prefix" ? "<Prefix>datasets/</Prefix>" : "<AccessPointArn>arn:aws:s3:us-east-1:111122223333:accesspoint/other</AccessPointArn>");
    }

    private static void Put(Lab lab, string id, string filter) => lab.Storage.Buckets.Find(lab.Bucket)!.Update(info =>
        info with { Settings = new Dictionary<string, string>(info.Settings) { [$"{Setting}{id}"] = Document(id, filter) } });

    private static string Document(string id, string filter) =>
        $"<MetricsConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Id>{id}</Id><Filter>{filter}</Filter></MetricsConfiguration>";

    private static Dictionary<string, string> Counted(Lab lab) => lab.Storage.Buckets.Find(lab.Bucket)!.Info.Settings
        .Where(setting => setting.Key.StartsWith(Setting, StringComparison.Ordinal)).ToDictionary(setting => setting.Key[Setting.Length..], setting => setting.Value);

    private static bool IsOfMetrics(HttpRequestMessage request) => request.RequestUri!.Query.Contains("metrics", StringComparison.Ordinal);

    private static string Name(ShareId share, int generation) => new AccessPointName(share, AccessPointKind.Download, generation).ToString();
}
