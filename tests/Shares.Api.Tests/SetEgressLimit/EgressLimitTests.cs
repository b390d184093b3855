using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core;
using Shares.Core.Audit;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Limits;
using Shares.Core.Ids;
using Shares.Data.Audit;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.SetEgressLimit;

public sealed class EgressLimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Limit = """{"monthlyBytes":1000,"monthlyCost":10,"action":"SUSPEND_DOWNLOADS"}""";

    private static readonly EgressLimit Stops = new(new ByteCount(1000), 10, EgressLimitAction.SuspendDownloads);

    private World World => api.World;

    private DateOnly Today => DateOnly.FromDateTime(api.Time.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_share_tells_what_it_has_used_this_month_of_what_leaves_the_Region_and_nothing_of_others()
    {
        var (share, other) = (await World.ShareAsync("tag", isViewRestricted: false), await World.ShareAsync("tag"));
        var (months, first) = (new Months(api), BillingPeriod.Of(Today).FirstDay);
        await months.AddAsync(World.Publisher, first, share, 500);
        await months.AddAsync(World.Publisher, Today, share, 300, new EgressKey { Zone = TransferZone.CrossRegion, Principal = PrincipalId.Parse("bob") });
        await months.AddAsync(World.Publisher, Today, share, 9000, new EgressKey { Zone = TransferZone.SameRegion, Principal = PrincipalId.Parse("eve") });
        await months.AddAsync(World.Publisher, first.AddDays(-1), share, 7000);
        await months.AddAsync(World.Publisher, Today, other, 6000);

        var set = await PutAsync(share, Limit);
        var answer = (await api.GetAsync("owner", Path(share))).Json;

        Assert.Equal(200, set.StatusCode);
        Assert.Equal((800, "WARN80"), (answer.GetProperty("usedBytes").GetInt64(), answer.GetProperty("state").GetString()));
        Assert.InRange(answer.GetProperty("projectedBytes").GetInt64(), 800, 800 * 31);
        Assert.Equal((1000, "SUSPEND_DOWNLOADS"), (answer.GetProperty("limit").GetProperty("monthlyBytes").GetInt64(), answer.GetProperty("limit").GetProperty("action").GetString()));
        Assert.InRange(answer.GetProperty("overshoot").GetProperty("minutes").GetInt32(), 5, 120);
        Assert.False(answer.TryGetProperty("downloadsSuspended", out _));
    }

    [Fact]
    public async Task What_is_used_costs_as_the_estimate_of_the_month_says()
    {
        var share = await World.ShareAsync("tag");
        var months = new Months(api);
        await months.EstimateAsync(BillingPeriod.Of(Today), 0.08m);
        await months.AddAsync(World.Publisher, Today, share, Months.Gigabyte);
        Assert.Equal(0.08m, (await api.GetAsync("owner", Path(share))).Json.GetProperty("usedCost").GetDecimal());
    }

    [Fact]
    public async Task Subscribers_see_that_there_is_a_limit_and_that_it_was_reached_but_not_how_high_it_is()
    {
        var share = await SuspendedAsync();
        foreach (var (project, actor) in new[] { (World.Subscriber, "subscriber-collaborator"), (World.Offered, "offered-contributor") })
        {
            var seen = (await api.GetAsync(actor, $"/projects/{project}/shares/{share}")).Json;
            Assert.Equal("""{"action":"SUSPEND_DOWNLOADS"}""", seen.GetProperty("egressLimit").GetRawText());
            Assert.Equal($"{BillingPeriod.Of(Today)}", seen.GetProperty("downloadsSuspended").GetProperty("period").GetString());
        }

        var published = (await api.GetAsync("collaborator", $"/projects/{World.Publisher}/shares/{share}")).Json;
        Assert.Equal(1000, published.GetProperty("egressLimit").GetProperty("monthlyBytes").GetInt64());
    }

    [Fact]
    public async Task A_dataset_says_that_its_downloads_are_suspended()
    {
        var dataset = await World.DatasetAsync("suspended");
        var share = await World.ShareAsync("suspended", isViewRestricted: false);
        await SuspendAsync(share);
        var detail = (await api.GetAsync("subscriber-owner", $"/projects/{World.Subscriber}/datasets/{dataset}")).Json;
        Assert.True(detail.GetProperty("downloadsSuspended").GetBoolean());
        Assert.False(detail.GetProperty("isViewRestricted").GetBoolean());
        Assert.False((await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets/{dataset}")).Json.TryGetProperty("downloadsSuspended", out _));
    }

    [Fact]
    public async Task The_explanation_names_the_limit_that_was_reached()
    {
        var dataset = await World.DatasetAsync("asked");
        var share = await World.ShareAsync("asked", isViewRestricted: false);
        await SuspendAsync(share);
        var answer = (await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets/{dataset}/access", $"projectId={World.Subscriber}&purpose=DOWNLOAD")).Json;
        Assert.Equal((false, "DOWNLOADS_SUSPENDED"), (answer.GetProperty("isGranted").GetBoolean(), answer.GetProperty("errorCode").GetString()));
        var rule = answer.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "DOWNLOADS_ARE_NOT_SUSPENDED");
        Assert.False(rule.GetProperty("passed").GetBoolean());
        Assert.Contains($"{BillingPeriod.Of(Today)}", rule.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_lifts_the_suspension_for_this_month_and_is_in_the_log()
    {
        var share = await SuspendedAsync();
        var body = JsonNode.Parse(Limit)!;
        body["liftReason"] = "  The deadline of the consortium. ";
        var lifted = await PutAsync(share, body.ToJsonString());
        Assert.Equal(200, lifted.StatusCode);
        Assert.False(lifted.Json.TryGetProperty("downloadsSuspended", out _));
        Assert.Equal($"{BillingPeriod.Of(Today)}", lifted.Json.GetProperty("liftedPeriod").GetString());
        Assert.Equal(lifted.Headers["etag"], (await PutAsync(share, body.ToJsonString())).Headers["etag"]);

        var publisher = (await api.Get<ProjectStore>().FindAsync(World.Publisher, default))!;
        var entry = Assert.Single((await api.Get<AuditStore>().ListAsync(publisher, null, 100, default)).Items, e => e.Action == AuditAction.DownloadsResumed && e.Target.Id == share.ToString());
        Assert.Equal(("owner", "The deadline of the consortium."), (entry.Actor.Id, entry.Note));
        Assert.False((await SuspendAsync(share)));
    }

    [Fact]
    public async Task A_limit_can_be_lifted_before_it_is_reached_with_the_reason_in_the_log()
    {
        var share = await World.ShareAsync("tag", isViewRestricted: false);
        var body = JsonNode.Parse(Limit)!;
        body["liftReason"] = "A large study.";
        Assert.Equal(200, (await PutAsync(share, body.ToJsonString())).StatusCode);
        Assert.False(await SuspendAsync(share));
        var publisher = (await api.Get<ProjectStore>().FindAsync(World.Publisher, default))!;
        var log = (await api.Get<AuditStore>().ListAsync(publisher, null, 100, default)).Items;
        Assert.Equal("A large study.", Assert.Single(log, e => e.Action == AuditAction.EgressLimitLifted && e.Target.Id == share.ToString()).Note);
    }

    [Theory]
    [InlineData("""{"monthlyBytes":5000,"action":"SUSPEND_DOWNLOADS"}""", true)]
    [InlineData("""{"monthlyBytes":1500,"action":"SUSPEND_DOWNLOADS"}""", false)]
    [InlineData("""{"monthlyBytes":1000,"action":"NOTIFY"}""", true)]
    [InlineData("{}", true)]
    public async Task Suspended_downloads_go_on_when_the_new_limit_is_not_reached(string limit, bool goOn)
    {
        var share = await SuspendedAsync(used: 1500);
        var answer = await PutAsync(share, limit);
        Assert.Equal(goOn, !answer.Json.TryGetProperty("downloadsSuspended", out _));
        Assert.Equal(goOn, (await api.Get<ShareStore>().FindAsync(share, default))!.AllowsDownloads);
    }

    [Theory]
    [InlineData(5000, true)]
    [InlineData(1500, false)]
    public async Task Replacing_the_share_with_another_limit_does_the_same(long bytes, bool goOn)
    {
        var share = await SuspendedAsync(used: 1500);
        var body = new JsonObject
        {
            ["name"] = "s", ["conditions"] = new JsonArray(), ["egressLimit"] = new JsonObject { ["monthlyBytes"] = bytes, ["action"] = "SUSPEND_DOWNLOADS" },
        };
        Assert.Equal(200, (await api.SendAsync("owner", "PUT", $"/projects/{World.Publisher}/shares/{share}", body)).StatusCode);
        Assert.Equal(goOn, (await api.Get<ShareStore>().FindAsync(share, default))!.AllowsDownloads);
    }

    [Fact]
    public async Task A_share_that_is_replaced_without_a_word_of_its_limit_keeps_it()
    {
        var share = await SuspendedAsync();
        var body = new JsonObject { ["name"] = "s", ["conditions"] = new JsonArray() };
        Assert.Equal(200, (await api.SendAsync("owner", "PUT", $"/projects/{World.Publisher}/shares/{share}", body)).StatusCode);
        var after = (await api.Get<ShareStore>().FindAsync(share, default))!;
        Assert.Equal((Stops, false), (after.EgressLimit, after.AllowsDownloads));
    }

    [Theory]
    [InlineData("""{"action":"NOTIFY"}""", "monthlyBytes")]
    [InlineData("""{"monthlyBytes":0,"action":"NOTIFY"}""", "monthlyBytes")]
    [InlineData("""{"monthlyCost":0.001,"action":"NOTIFY"}""", "monthlyCost")]
    [InlineData("""{"monthlyCost":5}""", "action")]
    [InlineData("""{"monthlyCost":5,"action":"NOTIFY","liftReason":" "}""", "liftReason")]
    public async Task What_is_no_limit_is_refused_by_name(string body, string field)
    {
        var answer = await PutAsync(await World.ShareAsync("tag"), body);
        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith($"{field}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_not_set_on_a_share_that_has_changed_since_it_was_read()
    {
        var share = await World.ShareAsync("tag");
        var etag = (await api.GetAsync("owner", Path(share))).Headers["etag"];
        Assert.Equal(200, (await api.SendAsync("owner", "PUT", Path(share), JsonNode.Parse(Limit), etag)).StatusCode);
        Assert.Equal(412, (await api.SendAsync("owner", "PUT", Path(share), JsonNode.Parse("{}"), etag)).StatusCode);
    }

    private string Path(ShareId share) => $"/projects/{World.Publisher}/shares/{share}/egress-limit";

    private Task<HttpApiAnswer> PutAsync(ShareId share, string body) => api.SendAsync("owner", "PUT", Path(share), JsonNode.Parse(body));

    private async Task<ShareId> SuspendedAsync(long used = 1000)
    {
        var share = await World.ShareAsync("tag", isViewRestricted: false);
        await new Months(api).AddAsync(World.Publisher, Today, share, used);
        Assert.True(await SuspendAsync(share));
        return share;
    }

    private async Task<bool> SuspendAsync(ShareId share)
    {
        if ((await api.Get<ShareStore>().FindAsync(share, default))!.EgressLimit is null) await PutAsync(share, Limit);
        var (used, month) = (new EgressUse(new ByteCount(1000), 0), BillingPeriod.Of(Today));
        return (await api.Get<ShareStore>().SuspendDownloadsAsync(share, Stops, used, month, Actor.System("billing"), default)).ValueOrThrow();
    }
}
