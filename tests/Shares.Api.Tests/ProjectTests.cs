using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core.Ids;

namespace Shares.Api.Tests;

public sealed class ProjectTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_project_without_a_bucket_is_pending_until_it_has_one()
    {
        var id = await CreateAsync("""{"name":"fresh"}""");

        var project = (await api.GetAsync("platform-admin", $"/projects/{id}")).Json;

        Assert.Equal("PENDING", project.GetProperty("status").GetString());
        Assert.Equal($"shares-{UuidId.Parse<ProjectId>(id).Hex()}", project.GetProperty("bucket").GetString());
        Assert.Equal("OWNER", project.GetProperty("role").GetString());
    }

    [Fact]
    public async Task Two_projects_never_have_the_same_bucket()
    {
        await CreateAsync("""{"name":"first","bucket":"brought-along"}""");

        var answer = await api.SendAsync("platform-admin", "POST", "/projects", JsonNode.Parse("""{"name":"second","bucket":"brought-along"}"""));

        Assert.Equal(409, answer.StatusCode);
        Assert.Equal("ALREADY_EXISTS", answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_project_s_detail_has_every_member()
    {
        var id = await CreateAsync("""{"name":"whole","bucket":"whole-project","tags":[{"value":"t"}],"contacts":[{"name":"n","organization":"o","email":"e","phone":"p"}]}""");

        var answer = await api.GetAsync("platform-admin", $"/projects/{id}");

        string[] members =
        [
            "id", "name", "description", "status", "tags", "organization", "classificationIds", "billingAccountId", "contacts", "settings", "account",
            "statusMessage", "createdBy", "createdAt", "updatedAt", "bucket", "role",
        ];
        Assert.Equal(members.Order(), answer.Json.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal("""[{"value":"t"}]""", answer.Json.GetProperty("tags").GetRawText());
        Assert.Equal("""{"budgetAmount":0,"budgetPeriod":"MONTHLY","isDiscoverable":false,"isShareable":false}""", answer.Json.GetProperty("settings").GetRawText());
        Assert.Equal("""{"accountType":"HOSTED","accountId":"111122223333"}""", answer.Json.GetProperty("account").GetRawText());
    }

    [Fact]
    public async Task An_edit_by_a_client_that_does_not_know_our_settings_leaves_them_alone()
    {
        var id = await CreateAsync("""{"name":"kept","bucket":"kept-project","pipelineRoleArn":"arn:aws:iam::111122223333:role/r","settings":{"isShareable":true,"isDiscoverable":true}}""");

        var edit = JsonNode.Parse("""{"name":"kept too","description":"d","billingAccountId":"b","contacts":[],"settings":{"budgetAmount":5,"budgetPeriod":"ANNUALLY"}}""");
        var project = (await api.SendAsync("platform-admin", "PUT", $"/projects/{id}", edit)).Json;

        Assert.Equal("kept too", project.GetProperty("name").GetString());
        Assert.Equal("arn:aws:iam::111122223333:role/r", project.GetProperty("pipelineRoleArn").GetString());
        Assert.Equal("""{"budgetAmount":5,"budgetPeriod":"ANNUALLY","isDiscoverable":true,"isShareable":true}""", project.GetProperty("settings").GetRawText());
    }

    [Fact]
    public async Task The_bucket_of_a_project_cannot_be_changed()
    {
        var id = await CreateAsync("""{"name":"fixed","bucket":"fixed-project"}""");

        var answer = await api.SendAsync("platform-admin", "PUT", $"/projects/{id}", JsonNode.Parse("""{"name":"fixed","bucket":"another-project"}"""));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("fixed-project", (await api.GetAsync("platform-admin", $"/projects/{id}")).Json.GetProperty("bucket").GetString());
    }

    [Fact]
    public async Task Only_discoverable_projects_are_found_by_the_beginning_of_their_name()
    {
        await CreateAsync("""{"name":"Zebra one","billingAccountId":"secret","settings":{"isDiscoverable":true}}""");
        await CreateAsync("""{"name":"Zebra two","settings":{"isDiscoverable":false}}""");

        var found = (await api.GetAsync("outsider", "/projects/discover", "text=zEBRA")).Json;

        Assert.Equal(["Zebra one"], found.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal("", found[0].GetProperty("billingAccountId").GetString());
    }

    [Fact]
    public async Task A_role_is_given_changed_and_taken_and_counts_at_once()
    {
        var id = await CreateAsync("""{"name":"roles"}""");
        Assert.Equal(404, (await api.GetAsync("newcomer", $"/projects/{id}")).StatusCode);

        await SetRoleAsync(id, "newcomer", "COLLABORATOR", 200);
        Assert.Equal("COLLABORATOR", (await api.GetAsync("newcomer", $"/projects/{id}")).Json.GetProperty("role").GetString());
        await SetRoleAsync(id, "newcomer", "ADMIN", 200);
        Assert.Equal("ADMIN", (await api.GetAsync("newcomer", $"/projects/{id}")).Json.GetProperty("role").GetString());
        var members = (await api.GetAsync("newcomer", $"/projects/{id}/permissions")).Json.EnumerateArray();
        Assert.Equal(["newcomer ADMIN", "platform-admin OWNER"], members.Select(m => $"{m.GetProperty("username").GetString()} {m.GetProperty("role").GetString()}").Order());
        await SetRoleAsync(id, "newcomer", "NONE", 200);
        Assert.Equal(404, (await api.GetAsync("newcomer", $"/projects/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_last_owner_of_a_project_cannot_go()
    {
        var id = await CreateAsync("""{"name":"owned"}""");

        await SetRoleAsync(id, "platform-admin", "NONE", 400);
        await SetRoleAsync(id, "platform-admin", "ADMIN", 400);
        await SetRoleAsync(id, "second", "OWNER", 200);
        await SetRoleAsync(id, "platform-admin", "NONE", 200);
    }

    [Fact]
    public async Task Turning_sharing_off_says_how_many_shares_go_on_and_so_does_the_log()
    {
        var (publisher, lab) = (await CreateAsync(Named("publisher")), await CreateAsync(Named("lab")));
        for (var i = 0; i < 2; i++)
        {
            var share = JsonNode.Parse($$"""{"name":"s","conditions":[],"sharedProjectIds":["{{lab}}"]}""");
            Assert.Equal(201, (await api.SendAsync("platform-admin", "POST", $"/projects/{publisher}/shares", share)).StatusCode);
        }

        await SaysAsync(publisher, "isShareable", "No new shares can be made. The 2 that this project publishes go on until they are deleted.");
        await SaysAsync(lab, "isDiscoverable", "No new share can name this project. The 2 that name it go on.");
        await SaysAsync(publisher, "isDiscoverable", null);
        Assert.Equal(2, (await api.GetAsync("platform-admin", $"/projects/{lab}/shares/discover")).Json.GetArrayLength());
    }

    private async Task SaysAsync(string project, string setting, string? notice)
    {
        var body = new JsonObject { ["name"] = "quiet", ["settings"] = new JsonObject { [setting] = false } };
        var first = (await api.SendAsync("platform-admin", "PUT", $"/projects/{project}", body)).Json;
        var again = (await api.SendAsync("platform-admin", "PUT", $"/projects/{project}", body.DeepClone())).Json;

        string?[] notices = first.TryGetProperty("notices", out var said) ? [.. said.EnumerateArray().Select(n => n.GetString())] : [];
        Assert.Equal(notice is null ? [] : [notice], notices);
        Assert.False(again.TryGetProperty("notices", out _));
        var entry = (await api.GetAsync("platform-admin", $"/projects/{project}/audit", "action=PROJECT_UPDATED")).Json.GetProperty("data")[0];
        Assert.Equal(notice, entry.TryGetProperty("note", out var note) ? note.GetString() : null);
    }

    private static string Named(string name) => $$$"""{"name":"{{{name}}}","settings":{"isShareable":true,"isDiscoverable":true}}""";

    private async Task<string> CreateAsync(string body)
    {
        var answer = await api.SendAsync("platform-admin", "POST", "/projects", JsonNode.Parse(body));
        Assert.Equal(201, answer.StatusCode);
        return answer.Json.GetProperty("id").GetString()!;
    }

    private async Task SetRoleAsync(string project, string user, string role, int status)
    {
        var answer = await api.SendAsync("platform-admin", "PUT", $"/projects/{project}/permissions", new JsonObject { ["username"] = user, ["role"] = role });
        Assert.Equal(status, answer.StatusCode);
    }
}
