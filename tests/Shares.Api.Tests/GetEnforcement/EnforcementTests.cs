using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Canaries;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Api.Tests.GetEnforcement;

public sealed class EnforcementTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task A_share_that_storage_does_not_know_yet_is_pending()
    {
        var answer = await GetAsync(await World.ShareAsync("tag"));
        Assert.Equal("PENDING", answer.GetProperty("state").GetString());
        Assert.Equal(0, answer.GetProperty("liveRevocations").GetInt32());
        Assert.Empty(answer.GetProperty("differences").EnumerateArray());
        Assert.False(answer.TryGetProperty("effectiveAt", out _));
    }

    [Fact]
    public async Task An_enforced_share_tells_since_when_how_many_are_refused_and_what_had_changed()
    {
        var share = await World.ShareAsync("tag");
        var now = api.Time.GetUtcNow();
        await RecordAsync(share, EnforcementState.Enforced, now);
        var bucket = (await api.Get<ProjectStore>().FindAsync(World.Publisher, default))!.Bucket;
        var kept = new KeptBucket { Name = bucket, ProjectId = World.Publisher };
        await api.Get<KeptStorageStore>().PutBucketAsync(kept with { Differences = [new(DifferenceKind.StatementMissing, bucket, "Gone.", now.AddMinutes(-1))] }, default);

        var answer = await GetAsync(share);
        // All shares of the world are in that bucket.
        await api.Get<KeptStorageStore>().PutBucketAsync(kept, default);
        Assert.Equal("ENFORCED", answer.GetProperty("state").GetString());
        Assert.Equal(now, answer.GetProperty("effectiveAt").GetDateTimeOffset());
        Assert.Equal(1, answer.GetProperty("liveRevocations").GetInt32());
        Assert.Equal(["WRONG_NETWORK", "STATEMENT_MISSING"], answer.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task An_edited_share_is_pending_whatever_was_recorded_before()
    {
        var share = await World.ShareAsync("tag");
        await RecordAsync(share, EnforcementState.Enforced, api.Time.GetUtcNow());
        var body = """{"name":"renamed","description":"","classificationIds":[],"conditions":[]}""";
        await api.SendAsync("admin", "PUT", $"/projects/{World.Publisher}/shares/{share}", JsonNode.Parse(body));
        var answer = await GetAsync(share);
        Assert.Equal("PENDING", answer.GetProperty("state").GetString());
        Assert.False(answer.TryGetProperty("effectiveAt", out _));
    }

    [Fact]
    public async Task A_share_is_pending_from_the_moment_in_which_a_project_unsubscribes()
    {
        var share = await World.ShareAsync("tag");
        await RecordAsync(share, EnforcementState.Enforced, api.Time.GetUtcNow());
        Assert.Equal(200, (await api.SendAsync("subscriber-admin", "PUT", $"/projects/{World.Subscriber}/shares/{share}:unsubscribe", null)).StatusCode);
        Assert.Equal("PENDING", (await GetAsync(share)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Asking_for_a_verification_is_noted_and_changes_no_state()
    {
        var share = await World.ShareAsync("tag");
        await RecordAsync(share, EnforcementState.Enforced, api.Time.GetUtcNow());
        var asked = await api.SendAsync("admin", "POST", $"/projects/{World.Publisher}/shares/{share}:verify", null);
        Assert.Equal(200, asked.StatusCode);
        Assert.Equal("ENFORCED", asked.Json.GetProperty("state").GetString());
        var since = (await GetAsync(share)).GetProperty("verificationRequestedAt").GetDateTimeOffset();
        await api.Get<EnforcementStore>().VerifiedAsync(share, since, default);
        Assert.False((await GetAsync(share)).TryGetProperty("verificationRequestedAt", out _));
    }

    [Fact]
    public async Task What_storage_says_of_itself_does_not_count_while_trying_it_out_finds_otherwise()
    {
        var (share, now) = (await World.ShareAsync("tag"), api.Time.GetUtcNow());
        await RecordAsync(share, EnforcementState.Enforced, now);
        var results = api.Get<CanaryStore>();
        await results.PutAsync(share, new(now, [new(CanaryTrial.OtherRole, "shr-00000000000070008000000000000001-d1", false)]), default);
        var failed = await GetAsync(share);
        Assert.Equal(("FAILED", false), (failed.GetProperty("state").GetString(), failed.GetProperty("canary").GetProperty("passed").GetBoolean()));
        Assert.Contains("another role", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(failed.TryGetProperty("effectiveAt", out _));

        await results.PutAsync(share, new(now, [new(CanaryTrial.OtherRole, "shr-00000000000070008000000000000001-d1", true)]), default);
        Assert.Equal("ENFORCED", (await GetAsync(share)).GetProperty("state").GetString());
    }

    private async Task RecordAsync(ShareId share, EnforcementState state, DateTimeOffset now)
    {
        var revocation = Revocation.After(new Revoked.Subscriber(World.Other), now);
        var record = new Enforcement
        {
            State = state, ShareVersion = 1, AccessPoints = [], EffectiveAt = now, LastVerifiedAt = now, UpdatedAt = now,
            Revocations = new(new([revocation]), new([revocation, new(new Revoked.Subscriber(World.Offered), now.AddHours(-2))])),
            Differences = [new(DifferenceKind.WrongNetwork, "shr-x", "It answers the Internet.", now)],
        };
        Assert.True(await api.Get<EnforcementStore>().ReplaceAsync(share, null, record, new(state), default));
    }

    private async Task<JsonElement> GetAsync(ShareId share) => (await api.GetAsync("admin", $"/projects/{World.Publisher}/shares/{share}/enforcement")).Json;
}
