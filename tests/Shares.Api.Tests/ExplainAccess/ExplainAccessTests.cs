using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Api.Tests.ExplainAccess;

/// <summary>Why somebody gets at a dataset or does not: what the rules said, in order, and in words.</summary>
public sealed class ExplainAccessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Theory]
    [InlineData("SEE")]
    [InlineData("DOWNLOAD")]
    [InlineData("ANALYZE")]
    public async Task What_is_granted_is_granted_through_a_named_share(string purpose)
    {
        var tag = $"granted {purpose}";
        var dataset = await World.DatasetAsync(tag);
        var share = await World.ShareAsync(tag, isViewRestricted: false);
        await EnforceAsync(share);

        var answer = await ExplainAsync(dataset, $"projectId={World.Subscriber}&userId=subscriber-collaborator&purpose={purpose}");

        Assert.True(answer.GetProperty("isGranted").GetBoolean());
        Assert.Equal(share.ToString(), answer.GetProperty("share").GetProperty("id").GetString());
        var rules = Rules(answer).Where(rule => rule.Share is null || rule.Share == share.ToString()).ToList();
        Assert.All(rules, rule => Assert.True(rule.Passed));
        Assert.False(answer.TryGetProperty("errorCode", out _));
        string[] ofShare = purpose switch
        {
            "SEE" => [],
            "DOWNLOAD" => ["SHARE_ALLOWS_THE_PURPOSE", "DOWNLOADS_ARE_NOT_SUSPENDED", "STORAGE_ENFORCES_THE_SHARE"],
            _ => ["SHARE_ALLOWS_THE_PURPOSE", "STORAGE_ENFORCES_THE_SHARE"],
        };
        Assert.Equal(
            [
                "CALLER_BELONGS_TO_THE_PROJECT", "DATASET_EXISTS", "PROJECT_HAS_SUBSCRIBED", "SHARE_HAS_NOT_EXPIRED", "SHARE_NAMES_THE_PROJECT",
                "SHARE_HOLDS_THE_DATASET", .. ofShare, "CALLER_MAY_HAVE_THIS_PURPOSE",
            ],
            rules.Select(rule => rule.Name));
    }

    [Fact]
    public async Task The_first_rule_that_fails_is_the_last_that_was_tried_of_a_share()
    {
        var dataset = await World.DatasetAsync("refused");
        var share = await World.ShareAsync("refused");
        var other = await World.DatasetAsync("not selected");
        var running = UuidId.Parse<DatasetId>((await api.SendAsync("owner", "POST", $"/projects/{World.Publisher}/datasets/upload", JsonNode.Parse(
            """{"name":"pending","processId":"x","expectedFiles":[],"tags":[{"value":"refused"}]}"""))).Json.GetProperty("id").GetString()!);
        var member = $"projectId={World.Subscriber}&userId=subscriber-admin";

        await FailsAsync(dataset, $"{member}&purpose=DOWNLOAD", "SHARE_ALLOWS_THE_PURPOSE", "SHARE_IS_ANALYZE_ONLY", "is for analyses only", share);
        await FailsAsync(dataset, $"{member}&purpose=ANALYZE", "STORAGE_ENFORCES_THE_SHARE", "NOT_READY", "not set up yet", share);
        await FailsAsync(dataset, $"projectId={World.Offered}&userId=offered-owner&purpose=SEE", "PROJECT_HAS_SUBSCRIBED", "NOT_FOUND", "“offered” has not subscribed", share);
        await FailsAsync(dataset, $"projectId={World.Subscriber}&userId=outsider&purpose=SEE", "CALLER_BELONGS_TO_THE_PROJECT", "NOT_FOUND", "outsider is no member of “subscriber”");
        await FailsAsync(other, $"{member}&purpose=SEE", "SHARE_HOLDS_THE_DATASET", "NOT_FOUND", "it has none of the tags", share);
        await FailsAsync(running, $"{member}&purpose=SEE", "SHARE_HOLDS_THE_DATASET", "NOT_FOUND", "holds only what is COMPLETED", share);
    }

    [Fact]
    public async Task A_share_that_has_ended_says_when()
    {
        var dataset = await World.DatasetAsync("ended");
        var share = await World.ShareAsync("ended", expiresAt: api.Time.GetUtcNow().AddHours(1));
        api.Time.Shift += TimeSpan.FromHours(1);
        try
        {
            await FailsAsync(dataset, $"projectId={World.Subscriber}&purpose=SEE", "SHARE_HAS_NOT_EXPIRED", "NOT_FOUND", "has ended at", share);
        }
        finally
        {
            api.Time.Shift = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_deleted_dataset_is_explained_to_its_owner()
    {
        var dataset = await World.DatasetAsync("deleted");
        await World.ShareAsync("deleted");
        await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/datasets/{dataset}");

        await FailsAsync(dataset, $"projectId={World.Subscriber}&purpose=SEE", "DATASET_EXISTS", "NOT_FOUND", "was deleted");
    }

    [Fact]
    public async Task Members_get_at_their_own_datasets_and_the_explanation_says_with_which_role()
    {
        var dataset = await World.DatasetAsync("own");

        var answer = await ExplainAsync(dataset, $"projectId={World.Publisher}&userId=collaborator&purpose=DOWNLOAD");

        Assert.True(answer.GetProperty("isGranted").GetBoolean());
        Assert.False(answer.TryGetProperty("share", out _));
        Assert.Equal("collaborator is COLLABORATOR of “publisher”.", Rules(answer)[0].Explanation);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_project_that_nothing_is_shared_with()
    {
        var dataset = await World.DatasetAsync("private");
        const string Missing = "0197a000-0000-7000-8000-00000000000b";

        var there = await ExplainAsync(dataset, $"projectId={World.Other}&userId=other-owner&purpose=SEE");
        var missing = await ExplainAsync(dataset, $"projectId={Missing}&userId=other-owner&purpose=SEE");

        Assert.Equal(missing.GetRawText(), there.GetRawText().Replace(World.Other.ToString(), Missing, StringComparison.Ordinal));
        Assert.Equal("SHARE_NAMES_THE_PROJECT", Assert.Single(Rules(there)).Name);
    }

    [Fact]
    public async Task A_project_without_a_pipeline_role_analyzes_nothing()
    {
        var lab = await World.ProjectAsync("no pipeline", new Dictionary<string, Role> { ["lab-owner"] = Role.Owner });
        await api.SendAsync("lab-owner", "PUT", $"/projects/{lab}", JsonNode.Parse("""{"name":"no pipeline","pipelineRoleArn":"","settings":{"isDiscoverable":true}}"""));
        var dataset = await World.DatasetAsync("analyze");
        await api.SendAsync("owner", "POST", $"/projects/{World.Publisher}/shares", JsonNode.Parse(
            $$"""{"name":"s","conditions":[{"field":"TAG","value":"analyze"}],"sharedProjectIds":["{{lab}}"]}"""));

        await FailsAsync(dataset, $"projectId={lab}&purpose=ANALYZE", "CALLER_BELONGS_TO_THE_PROJECT", "NOT_FOUND", "No pipeline role is registered");
    }

    [Theory]
    [InlineData("purpose=SEE", "projectId")]
    [InlineData("projectId=x&purpose=SEE", "projectId")]
    [InlineData("projectId=0197a000-0000-7000-8000-00000000000b", "purpose")]
    [InlineData("projectId=0197a000-0000-7000-8000-00000000000b&purpose=see", "purpose")]
    [InlineData("projectId=0197a000-0000-7000-8000-00000000000b&purpose=SEE&userId=%20x", "userId")]
    public async Task A_question_that_cannot_be_meant_is_refused(string query, string field)
    {
        var answer = await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets/{await World.DatasetAsync()}/access", query);

        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith($"{field}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task FailsAsync(DatasetId dataset, string query, string rule, string code, string words, ShareId? share = null)
    {
        var answer = await ExplainAsync(dataset, query);

        Assert.False(answer.GetProperty("isGranted").GetBoolean());
        Assert.Equal(code, answer.GetProperty("errorCode").GetString());
        var failed = Rules(answer).Where(r => !r.Passed && (share is null || r.Share == share.ToString())).ToList();
        Assert.Contains(failed, r => r.Name == rule && r.Explanation.Contains(words, StringComparison.Ordinal));
        Assert.EndsWith(".", answer.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ExplainAsync(DatasetId dataset, string query)
    {
        var answer = await api.GetAsync("admin", $"/projects/{World.Publisher}/datasets/{dataset}/access", query);
        Assert.Equal(200, answer.StatusCode);
        return answer.Json;
    }

    private static List<(string Name, bool Passed, string Explanation, string? Share)> Rules(JsonElement answer) =>
    [
        .. answer.GetProperty("rules").EnumerateArray().Select(rule => (
            rule.GetProperty("rule").GetString()!,
            rule.GetProperty("passed").GetBoolean(),
            rule.GetProperty("explanation").GetString()!,
            rule.TryGetProperty("shareId", out var share) ? share.GetString() : null)),
    ];

    private async Task EnforceAsync(ShareId share)
    {
        ProvisionedAccessPoint Made(AccessPointKind kind) => new(new AccessPointName(share, kind, 1), $"{kind}-alias");
        var enforcement = new Enforcement { State = EnforcementState.Enforced, ShareVersion = 1, AccessPoints = [], UpdatedAt = api.Time.GetUtcNow() };
        var summary = new EnforcementSummary(EnforcementState.Enforced, Made(AccessPointKind.Analyze), Made(AccessPointKind.Download));
        Assert.True(await api.Get<EnforcementStore>().ReplaceAsync(share, null, enforcement, summary, default));
    }
}
