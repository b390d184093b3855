using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;

namespace Shares.Api.Tests;

public sealed class DatasetTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private World World => api.World;

    [Fact]
    public async Task A_registered_dataset_is_pending_and_says_where_its_files_go()
    {
        var body = JsonNode.Parse("""{"name":" Run 1 ","processId":"rnaseq","expectedFiles":["a.csv"],"tags":[{"value":"t"},{"value":"t"}]}""");

        var registered = (await api.SendAsync("contributor", "POST", $"/projects/{World.Publisher}/datasets/upload", body)).Json;

        var id = registered.GetProperty("id").GetString();
        var bucket = registered.GetProperty("bucket").GetString();
        Assert.Equal($"bucket-{World.Publisher.Hex()}", bucket);
        Assert.Equal($"s3://{bucket}/datasets/{id}/data", registered.GetProperty("uploadPath").GetString());
        var dataset = (await api.GetAsync("collaborator", $"/projects/{World.Publisher}/datasets/{id}")).Json;
        Assert.Equal("PENDING", dataset.GetProperty("status").GetString());
        Assert.Equal("Run 1", dataset.GetProperty("name").GetString());
        Assert.Equal("contributor", dataset.GetProperty("createdBy").GetString());
        Assert.Single(dataset.GetProperty("tags").EnumerateArray());
        Assert.Equal($"s3://{bucket}/datasets/{id}", dataset.GetProperty("s3").GetString());
    }

    [Fact]
    public async Task A_dataset_s_detail_has_every_member_even_when_there_is_nothing_to_say()
    {
        var id = await World.DatasetAsync("members");

        var dataset = (await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets/{id}")).Json;

        string[] members =
        [
            "id", "name", "description", "s3", "projectId", "originatingProjectId", "processId", "sourceDatasetIds", "sourceDatasets", "sourceSampleIds",
            "sourceSampleFilesMap", "status", "statusMessage", "tags", "params", "info", "share", "isViewRestricted", "totalSizeBytes", "fileCount",
            "createdBy", "createdAt", "updatedAt",
        ];
        Assert.Equal(members.Order(), dataset.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(JsonValueKind.Null, dataset.GetProperty("share").ValueKind);
        Assert.EndsWith("Z", dataset.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_that_is_edited_out_of_a_share_is_gone_from_it_at_once()
    {
        var id = await World.DatasetAsync("edited");
        await World.ShareAsync("edited");
        Assert.Equal(200, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{id}")).StatusCode);

        var edit = JsonNode.Parse("""{"name":"d","processId":"rnaseq","description":"","tags":[{"value":"other"}]}""");
        Assert.Equal(200, (await api.SendAsync("contributor", "PUT", $"/projects/{World.Publisher}/datasets/{id}", edit)).StatusCode);

        Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_deleted_dataset_is_nowhere()
    {
        var id = await World.DatasetAsync("gone");
        await World.ShareAsync("gone");

        Assert.Equal(202, (await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/datasets/{id}")).StatusCode);

        Assert.Equal(404, (await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets/{id}")).StatusCode);
        Assert.Equal(404, (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{id}")).StatusCode);
        Assert.Equal(404, (await api.SendAsync("admin", "DELETE", $"/projects/{World.Publisher}/datasets/{id}")).StatusCode);
        Assert.DoesNotContain(id.ToString(), (await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets", "limit=1000")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_seen_through_two_shares_is_seen_through_the_one_that_gives_more()
    {
        var id = await World.DatasetAsync("twice");
        await World.ShareAsync("twice", isViewRestricted: true);
        var open = await World.ShareAsync("twice", isViewRestricted: false);

        var detail = (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{id}")).Json;
        var listed = (await ListAsync("limit=1000")).Single(d => d.GetProperty("id").GetString() == id.ToString());

        foreach (var dataset in new[] { detail, listed })
        {
            Assert.Equal(open.ToString(), dataset.GetProperty("share").GetProperty("id").GetString());
            Assert.False(dataset.GetProperty("isViewRestricted").GetBoolean());
        }

        Assert.Equal(World.Publisher.ToString(), detail.GetProperty("originatingProjectId").GetString());
    }

    [Fact]
    public async Task A_shared_dataset_is_behind_the_alias_of_an_access_point_never_in_the_publisher_s_bucket()
    {
        var id = await World.DatasetAsync("alias");
        var share = await World.ShareAsync("alias", isViewRestricted: false);
        async Task<string?> S3Async() => (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets/{id}")).Json.GetProperty("s3").GetString();
        Assert.Equal("", await S3Async());

        await RecordAsync(share, AccessPoint(share, AccessPointKind.Analyze), null);
        Assert.Equal($"s3://a-alias/datasets/{id}", await S3Async());

        await RecordAsync(share, AccessPoint(share, AccessPointKind.Analyze), AccessPoint(share, AccessPointKind.Download));
        Assert.Equal($"s3://d-alias/datasets/{id}", await S3Async());
    }

    [Fact]
    public async Task Datasets_are_listed_by_what_the_query_asks_for()
    {
        var own = await World.DatasetAsync(World.Subscriber, ["filter"], "Mine");
        var shared = await World.DatasetAsync(World.Publisher, ["filter"], "Theirs");
        var share = await World.ShareAsync("filter");

        async Task ListsAsync(string query, params DatasetId[] expected)
        {
            var ids = (await ListAsync($"limit=1000&{query}")).Select(d => d.GetProperty("id").GetString()!).ToHashSet();
            Assert.Equal(expected, new[] { own, shared }.Where(id => ids.Contains(id.ToString())));
        }

        await ListsAsync("tag=filter", own, shared);
        await ListsAsync("source=own", own);
        await ListsAsync("source=shared", shared);
        await ListsAsync($"share={share}", shared);
        await ListsAsync("text=mINE", own);
        await ListsAsync("processId=none");
        await ListsAsync("keyword=none");
        await ListsAsync("createdBy=contributor", own, shared);
    }

    [Theory]
    [InlineData("source=all")]
    [InlineData("share=x")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    public async Task A_query_that_cannot_be_meant_is_refused(string query)
    {
        var answer = await api.GetAsync("owner", $"/projects/{World.Publisher}/datasets", query);

        Assert.Equal(400, answer.StatusCode);
        Assert.Contains($"{query.Split('=')[0]}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<JsonElement>> ListAsync(string query) =>
        (await api.GetAsync("subscriber-admin", $"/projects/{World.Subscriber}/datasets", query)).Json.GetProperty("data").EnumerateArray();

    private static ProvisionedAccessPoint AccessPoint(ShareId share, AccessPointKind kind) =>
        new(new AccessPointName(share, kind, 1), kind == AccessPointKind.Analyze ? "a-alias" : "d-alias");

    private async Task RecordAsync(ShareId share, ProvisionedAccessPoint? analyze, ProvisionedAccessPoint? download)
    {
        var enforcement = new Enforcement { State = EnforcementState.Enforced, ShareVersion = 1, AccessPoints = [], UpdatedAt = api.Time.GetUtcNow() };
        var store = api.Get<EnforcementStore>();
        Assert.True(await store.ReplaceAsync(share, await store.FindAsync(share, default), enforcement, new(EnforcementState.Enforced, analyze, download), default));
    }
}
