using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;

namespace Shares.Api.Tests;

/// <summary>What each field may be: one row a limit, on both sides of it where it has two.</summary>
public sealed class BadFieldTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Share = """{"name":"s","description":"","classificationIds":[],"conditions":[]}""";
    private const string Dataset = """{"name":"d","processId":"rnaseq","expectedFiles":["a.csv"],"tags":[]}""";
    private const string Project = """{"name":"p"}""";

    public static TheoryData<string, string, string> Broken => new()
    {
        { "share", "name", "\"\"" },
        { "share", "name", "\"  \"" },
        { "share", "name", "null" },
        { "share", "name", Text(121) },
        { "share", "name", "\"a\\u0000b\"" },
        { "share", "name", "\"a\\nb\"" },
        { "share", "description", Text(4001) },
        { "share", "description", "\"a\\u001bb\"" },
        { "share", "conditions", "null" },
        { "share", "conditions", $"[{string.Join(',', Enumerable.Repeat("""{"field":"TAG","value":"t"}""", 101))}]" },
        { "share", "conditions[0].field", """[{"field":"tag","value":"t"}]""" },
        { "share", "conditions[0].field", """[{"value":"t"}]""" },
        { "share", "conditions[1].value", """[{"field":"TAG","value":"t"},{"field":"TAG"}]""" },
        { "share", "conditions[0].value", """[{"field":"DATASET_ID","value":"x"}]""" },
        { "share", "conditions[0].field", "[null]" },
        { "share", "keywords", $"[{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"{i}\""))}]" },
        { "share", "keywords[0]", $"[{Text(61)}]" },
        { "share", "keywords[0]", "[null]" },
        { "share", "classificationIds[0]", "[\"\"]" },
        { "share", "sharedProjectIds[0]", "[\"x\"]" },
        { "share", "sharedProjectIds[0]", "[null]" },
        { "share", "sharedProjectIds", $"[{string.Join(',', Enumerable.Repeat("\"0197a000-0000-7000-8000-00000000000b\"", 1001))}]" },
        { "share", "sharedProjectIds[0]", "[\"0197a000-0000-7000-8000-00000000000b\"]" },
        { "share", "expiresAt", "\"tomorrow\"" },
        { "share", "expiresAt", "\"2001-01-01T00:00:00Z\"" },
        { "share", "expiresAt", "\"2999-01-01T00:00:00\"" },
        { "share", "egressLimit", """{"action":"SUSPEND_DOWNLOADS"}""" },
        { "share", "egressLimit.monthlyBytes", """{"monthlyBytes":0,"action":"SUSPEND_DOWNLOADS"}""" },
        { "share", "egressLimit.monthlyBytes", """{"monthlyBytes":4503599627370497,"action":"SUSPEND_DOWNLOADS"}""" },
        { "share", "egressLimit.monthlyCost", """{"monthlyBytes":1,"monthlyCost":0,"action":"NOTIFY"}""" },
        { "share", "egressLimit.monthlyCost", """{"monthlyCost":1.234,"action":"NOTIFY"}""" },
        { "share", "egressLimit.monthlyCost", """{"monthlyCost":1000000000.01,"action":"NOTIFY"}""" },
        { "share", "egressLimit.action", """{"monthlyCost":1}""" },
        { "share", "egressLimit.action", """{"monthlyCost":1,"action":"STOP"}""" },
        { "dataset", "name", Text(121) },
        { "dataset", "processId", "null" },
        { "dataset", "processId", "\"a\\tb\"" },
        { "dataset", "tags", $"[{string.Join(',', Enumerable.Range(0, 41).Select(i => $$"""{"value":"{{i}}"}"""))}]" },
        { "dataset", "tags[0]", $$"""[{"value":{{Text(121)}}}]""" },
        { "dataset", "tags[0]", "[{}]" },
        { "dataset", "expectedFiles", "null" },
        { "dataset", "expectedFiles[0]", "[\"../a\"]" },
        { "dataset", "expectedFiles[0]", "[\"/a\"]" },
        { "dataset", "expectedFiles[0]", "[\"a//b\"]" },
        { "dataset", "expectedFiles[0]", "[\"a/./b\"]" },
        { "dataset", "expectedFiles[2]", "[\"a\",\"a\",\"../b\"]" },
        { "project", "bucket", "\"shr-0197a000000070008000000000000000-a1\"" },
        { "project", "bucket", "\"Upper\"" },
        { "project", "bucket", "\"10.0.0.1\"" },
        { "project", "bucket", "\"name-s3alias\"" },
        { "project", "pipelineRoleArn", "\"arn:aws:iam::111122223333:user/somebody\"" },
        { "project", "pipelineRoleArn", "\"arn:aws:iam::999999999999:role/of-another-account\"" },
        { "project", "settings.budgetPeriod", """{"budgetPeriod":"WEEKLY"}""" },
        { "project", "settings.budgetAmount", """{"budgetAmount":-1}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_field_that_breaks_its_rule_is_named(string thing, string field, string value)
    {
        var answer = await SendAsync(thing, field.Split('[', '.')[0], value);

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("VALIDATION_FAILED", answer.Json.GetProperty("errorCode").GetString());
        Assert.Contains(answer.Json.GetProperty("errors").EnumerateArray(), e => e.GetProperty("message").GetString()!.StartsWith($"{field}: ", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> Kept => new()
    {
        { "share", "name", Text(120) },
        { "share", "name", "\"RNA 🧬 données\"" },
        { "share", "description", "\"two\\nlines\"" },
        { "share", "description", Text(4000) },
        { "share", "keywords", $"[{Text(60)}]" },
        { "share", "expiresAt", "\"2999-01-01T00:00:00+02:00\"" },
        { "share", "egressLimit", "null" },
        { "share", "egressLimit", """{"monthlyBytes":1,"action":"SUSPEND_DOWNLOADS"}""" },
        { "share", "egressLimit", """{"monthlyBytes":4503599627370496,"monthlyCost":1000000000,"action":"NOTIFY"}""" },
        { "dataset", "tags", $"[{string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""{"value":"{{i}}"}"""))}]" },
        { "dataset", "expectedFiles", "[\"folder/a..b.csv\"]" },
        { "project", "pipelineRoleArn", $"\"arn:aws:iam::{ApiInstance.Account}:role/path/name\"" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_field_that_keeps_its_rule_is_taken(string thing, string field, string value)
    {
        Assert.Equal(201, (await SendAsync(thing, field, value)).StatusCode);
    }

    [Fact]
    public async Task All_broken_fields_are_named_at_once()
    {
        var answer = await api.SendAsync(
            "owner", "POST", $"/projects/{api.World.Publisher}/shares", JsonNode.Parse("""{"keywords":[""],"conditions":[{}],"expiresAt":"x","egressLimit":{}}"""));

        var fields = answer.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()!.Split(':')[0]);
        Assert.Equal(["name", "conditions[0].field", "conditions[0].value", "keywords[0]", "expiresAt", "egressLimit", "egressLimit.action"], fields);
    }

    private Task<Testing.RuntimeApi.HttpApiAnswer> SendAsync(string thing, string field, string value)
    {
        var body = JsonNode.Parse(thing switch { "share" => Share, "dataset" => Dataset, _ => Project })!;
        body[field] = JsonNode.Parse(value);
        var publisher = $"/projects/{api.World.Publisher}";
        return thing switch
        {
            "share" => api.SendAsync("owner", "POST", $"{publisher}/shares", body),
            "dataset" => api.SendAsync("owner", "POST", $"{publisher}/datasets/upload", body),
            _ => api.SendAsync("platform-admin", "POST", "/projects", body),
        };
    }

    private static string Text(int length) => $"\"{new string('x', length)}\"";
}
