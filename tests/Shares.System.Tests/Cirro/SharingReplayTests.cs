using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Cirro;

public sealed class SharingReplayTests(CirroWorld cirro) : IClassFixture<CirroWorld>
{
    private World World => cirro.World;

    private string Published => $"/projects/{World.Publisher}/shares";

    private string Received => $"/projects/{World.Lab}/shares";

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task A_share_is_published_found_accepted_read_and_given_back(string kind)
    {
        var (publisher, lab) = (await cirro.SignInAsync("core-admin", kind), await cirro.SignInAsync("lab-admin", kind));
        var tag = $"accepted by {kind}";
        var dataset = await World.UploadAsync("Run 1", tag);

        var created = (await publisher.PostAsync(Published, Input(tag))).Reads(201, Models.CreateResponse);
        var id = (string)created["id"]!;
        await World.EnforcedAsync(id);
        var offered = (await lab.GetAsync($"{Received}/discover")).ReadsListOf(Models.Share);
        (await lab.PutAsync($"{Received}/{id}:subscribe")).ReadsNothing();
        var subscribed = (await lab.GetAsync(Received)).ReadsListOf(Models.Share);
        var detail = (await lab.GetAsync($"{Received}/{id}")).Reads(200, Models.ShareDetail);
        var datasets = (await lab.GetAsync($"{Received}/{id}/datasets?limit=5000")).Reads(200, Models.DatasetPage);
        var shared = (await lab.GetAsync($"/projects/{World.Lab}/datasets/{dataset.Id}")).Reads(200, Models.DatasetDetail);
        (await lab.PutAsync($"{Received}/{id}:unsubscribe")).ReadsNothing();

        Assert.Equal("AVAILABLE", TypeOf(id, offered));
        Assert.Equal("SUBSCRIBER", TypeOf(id, subscribed));
        Assert.Equal(World.Publisher, (string?)detail["originatingProject"]["id"]);
        Assert.Equal(dataset.Id, (string?)datasets["data"][0]!["id"]);
        Assert.Equal("", (string?)datasets["nextToken"]);
        Assert.Equal(id, (string?)shared["share"]["id"]);
        Assert.Null(TypeOf(id, (await lab.GetAsync(Received)).ReadsListOf(Models.Share)));
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task What_a_client_leaves_out_has_Cirro_s_defaults(string kind)
    {
        var publisher = await cirro.SignInAsync("core-admin", kind);
        var input = Input($"replaced by {kind}");
        foreach (var optional in new[] { "keywords", "sharedProjectIds", "isViewRestricted" }) input[optional] = null;

        var id = (string)(await publisher.PostAsync(Published, input)).Reads(201, Models.CreateResponse)["id"]!;
        var detail = (await publisher.GetAsync($"{Published}/{id}")).Reads(200, Models.ShareDetail);

        Assert.Empty(detail["keywords"].AsArray());
        Assert.Empty(detail["sharedProjects"].AsArray());
        Assert.False((bool)detail["isViewRestricted"]);
        Assert.Equal("PUBLISHER", (string?)detail["shareType"]);
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task A_share_is_replaced_and_deleted(string kind)
    {
        var publisher = await cirro.SignInAsync("core-admin", kind);
        var id = (string)(await publisher.PostAsync(Published, Input($"replaced by {kind}"))).Reads(201, Models.CreateResponse)["id"]!;
        var input = Input($"replaced by {kind}");
        input["name"] = "Renamed";

        (await publisher.PutAsync($"{Published}/{id}", input)).ReadsNothing();
        Assert.Equal("Renamed", (string?)(await publisher.GetAsync($"{Published}/{id}")).Reads(200, Models.ShareDetail)["name"]);
        (await publisher.DeleteAsync($"{Published}/{id}")).ReadsNothing();

        (await publisher.GetAsync($"{Published}/{id}")).ReadsError(404, "NOT_FOUND");
    }

    [Theory]
    [MemberData(nameof(ClientKind.Names), MemberType = typeof(ClientKind))]
    public async Task A_shared_dataset_is_downloaded_with_credentials_for_it_alone(string kind)
    {
        var (publisher, lab) = (await cirro.SignInAsync("core-admin", kind), await cirro.SignInAsync("lab-member", kind));
        var tag = $"downloaded by {kind}";
        var dataset = await World.UploadAsync("Run 2", tag);
        var input = Input(tag);
        input["isViewRestricted"] = false;
        var id = (string)(await publisher.PostAsync(Published, input)).Reads(201, Models.CreateResponse)["id"]!;
        await World.SubscribeAsync(id);
        await World.EnforcedAsync(id);

        var files = (await lab.GetAsync($"/projects/{World.Lab}/datasets/{dataset.Id}/files?fileOffset=0&fileLimit=20000")).Reads(200, Models.Manifest);
        var token = (await lab.PostAsync($"/projects/{World.Lab}/s3-token", new() { ["accessType"] = "SHARED_DATASET_DOWNLOAD", ["datasetId"] = dataset.Id }))
            .Reads(200, Models.Credentials);

        var place = Storage.Parse((string)files["domain"]!);
        using var s3 = Storage.Client(World.Session(token.Body!), World.Cloud.Internet);
        using var read = await s3.GetObjectAsync(place.Bucket, $"{place.Prefix}/{(string?)files["files"][0]!["path"]}");
        Assert.Equal(dataset.File.Bytes.Length, read.ContentLength);
    }

    private JsonObject Input(string tag) => new()
    {
        ["name"] = "Replayed",
        ["description"] = "",
        ["classificationIds"] = new JsonArray(),
        ["conditions"] = new JsonArray(new JsonObject { ["field"] = "TAG", ["value"] = tag }),
        ["keywords"] = new JsonArray("replay"),
        ["sharedProjectIds"] = new JsonArray(World.Lab),
        ["isViewRestricted"] = true,
    };

    private static string? TypeOf(string id, Answer shares) =>
        (string?)shares.Body!.AsArray().SingleOrDefault(share => (string?)share!["id"] == id)?["shareType"];
}
