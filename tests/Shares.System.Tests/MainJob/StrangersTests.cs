using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.MainJob;

public sealed class StrangersTests(LocalCloud cloud)
{
    /// <summary>Each row: a sentence, who asks, the request with {publisher}, {lab}, {other}, {share}, {dataset}, and the refusal.</summary>
    public static TheoryData<string, string, string, string, int, string> Forbidden => new()
    {
        { "An outsider does not see that the project exists", "outsider", "GET", "/api/projects/{publisher}", 404, "NOT_FOUND" },
        { "An outsider sees no shares", "outsider", "GET", "/api/projects/{publisher}/shares", 404, "NOT_FOUND" },
        { "An outsider does not see a share", "outsider", "GET", "/api/projects/{lab}/shares/{share}", 404, "NOT_FOUND" },
        { "An outsider does not subscribe", "outsider", "PUT", "/api/projects/{lab}/shares/{share}:subscribe", 404, "NOT_FOUND" },
        { "An outsider lists no files", "outsider", "GET", "/api/projects/{lab}/datasets/{dataset}/files", 404, "NOT_FOUND" },
        { "Another project's admin does not see the share under the lab", "other-admin", "GET", "/api/projects/{lab}/shares/{share}", 404, "NOT_FOUND" },
        { "Another project's admin does not see a share that was not offered", "other-admin", "GET", "/api/projects/{other}/shares/{share}", 404, "NOT_FOUND" },
        { "Another project's admin cannot subscribe to what was not offered", "other-admin", "PUT", "/api/projects/{other}/shares/{share}:subscribe", 404, "NOT_FOUND" },
        { "Another project's admin does not see the dataset", "other-admin", "GET", "/api/projects/{other}/datasets/{dataset}", 404, "NOT_FOUND" },
        { "Another project's admin gets no urls", "other-admin", "POST", "/api/projects/{other}/datasets/{dataset}/files:presign", 404, "NOT_FOUND" },
        { "A collaborator does not unsubscribe", "lab-viewer", "PUT", "/api/projects/{lab}/shares/{share}:unsubscribe", 403, "ROLE_TOO_LOW" },
        { "A collaborator does not register datasets", "lab-viewer", "POST", "/api/projects/{lab}/datasets/upload", 403, "ROLE_TOO_LOW" },
        { "A collaborator does not change members", "lab-viewer", "PUT", "/api/projects/{lab}/permissions", 403, "ROLE_TOO_LOW" },
        { "A contributor does not publish", "lab-member", "POST", "/api/projects/{lab}/shares", 403, "ROLE_TOO_LOW" },
        { "A subscriber's admin does not edit the share", "lab-admin", "PUT", "/api/projects/{lab}/shares/{share}", 403, "ROLE_TOO_LOW" },
        { "A subscriber's admin does not delete the share", "lab-admin", "DELETE", "/api/projects/{lab}/shares/{share}", 403, "ROLE_TOO_LOW" },
        { "A subscriber's admin does not see how it is enforced", "lab-admin", "GET", "/api/projects/{lab}/shares/{share}/enforcement", 403, "ROLE_TOO_LOW" },
        { "A subscriber's member does not change a received dataset", "lab-member", "PUT", "/api/projects/{lab}/datasets/{dataset}", 403, "ROLE_TOO_LOW" },
        { "A subscriber's admin does not delete a received dataset", "lab-admin", "DELETE", "/api/projects/{lab}/datasets/{dataset}", 403, "ROLE_TOO_LOW" },
        { "A person gets no pipeline session", "lab-admin", "POST", "/api/projects/{lab}/pipeline-token", 403, "NOT_YOUR_PIPELINE_ROLE" },
        { "Only platform administrators create projects", "core-admin", "POST", "/api/projects", 403, "ROLE_TOO_LOW" },
    };

    [Fact]
    public async Task Every_forbidden_action_is_refused_and_changes_nothing()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var dataset = await world.UploadAsync("Run 1", "rna");
        var share = await world.ShareAsync("rna", isViewRestricted: true);
        await world.SubscribeAsync(share);
        var before = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200).Text;

        var wrong = new List<string>();
        foreach (var row in Forbidden)
        {
            var (sentence, user, method, path, status, code) = row.Data;
            path = path.Replace("{publisher}", world.Publisher, StringComparison.Ordinal).Replace("{lab}", world.Lab, StringComparison.Ordinal)
                .Replace("{other}", world.OtherLab, StringComparison.Ordinal).Replace("{share}", share, StringComparison.Ordinal)
                .Replace("{dataset}", dataset.Id, StringComparison.Ordinal);
            var body = method is "POST" or "PUT" ? new JsonObject { ["all"] = true, ["name"] = "x", ["conditions"] = new JsonArray(), ["processId"] = "x" } : null;
            var answer = await (await cloud.SignInAsync(user)).SendAsync(new HttpMethod(method), path, body);
            if (answer.Status != status || (string?)answer.Body?["errorCode"] != code) wrong.Add($"{sentence}: {answer.Status} {answer.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}")).Expect(200).Text);
    }

    [Fact]
    public async Task A_pipeline_of_another_project_gets_nothing()
    {
        var world = await World.CreateAsync(cloud);
        var other = await World.PipelineAsync(cloud, "oncology-lab-pipeline");
        (await other.GetAsync($"/iam/projects/{world.Lab}/datasets")).ExpectError(404, "NOT_FOUND");
        (await other.PostAsync($"/iam/projects/{world.Lab}/pipeline-token", new JsonObject { ["executionId"] = world.Lab, ["datasetIds"] = new JsonArray() }))
            .ExpectError(404, "NOT_FOUND");
    }
}
