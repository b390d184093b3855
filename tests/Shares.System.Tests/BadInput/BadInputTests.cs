using System.Text;
using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.BadInput;

public sealed class BadInputTests(LocalCloud cloud)
{
    private const string Unknown = "0197ffff-ffff-7fff-8fff-ffffffffffff";

    /// <summary>Each row: a sentence, method, path, raw body, status, code (null: the gateway itself answers).</summary>
    public static TheoryData<string, string, string, string, int, string?> Requests => new()
    {
        { "A body that is no JSON", "POST", "/api/projects/{publisher}/shares", "{\"name\":", 400, "MALFORMED_BODY" },
        { "A body of another kind of JSON", "POST", "/api/projects/{publisher}/shares", "[1,2]", 400, "MALFORMED_BODY" },
        { "A member of the wrong type", "POST", "/api/projects/{publisher}/shares", "{\"name\":7,\"conditions\":[]}", 400, "MALFORMED_BODY" },
        { "An empty body", "POST", "/api/projects/{publisher}/shares", "", 400, "MALFORMED_BODY" },
        { "A nesting bomb", "POST", "/api/projects/{publisher}/shares", new string('[', 5000), 400, "MALFORMED_BODY" },
        { "Half a surrogate pair", "POST", "/api/projects/{publisher}/shares", "{\"name\":\"\\ud83d\",\"conditions\":[]}", 400, "MALFORMED_BODY" },
        { "A name with a control character", "POST", "/api/projects/{publisher}/shares", "{\"name\":\"a\\u0000b\",\"conditions\":[]}", 400, "VALIDATION_FAILED" },
        { "A name that is too long", "POST", "/api/projects/{publisher}/shares", $"{{\"name\":\"{new string('x', 121)}\",\"conditions\":[]}}", 400, "VALIDATION_FAILED" },
        { "An unknown field of a condition", "POST", "/api/projects/{publisher}/shares", "{\"name\":\"a\",\"conditions\":[{\"field\":\"OWNER\",\"value\":\"x\"}]}", 400, "VALIDATION_FAILED" },
        { "A body over the function's bound", "POST", "/api/projects/{publisher}/shares", $"{{\"name\":\"{new string('x', 2_000_000)}\"}}", 413, "BODY_TOO_LARGE" },
        { "A body over the gateway's bound", "POST", "/api/projects/{publisher}/shares", new string('x', 10_500_000), 413, null },
        { "A project id that is no UUID", "GET", "/api/projects/*/shares", "", 404, "NOT_FOUND" },
        { "A project id in upper case", "GET", "/api/projects/0197A000-0000-7000-8000-00000000000A", "", 404, "NOT_FOUND" },
        { "A share id with a policy variable", "GET", "/api/projects/{publisher}/shares/%24%7Baws:username%7D", "", 404, "NOT_FOUND" },
        { "An unknown share", "GET", $"/api/projects/{{publisher}}/shares/{Unknown}", "", 404, "NOT_FOUND" },
        { "An unknown dataset", "GET", $"/api/projects/{{publisher}}/datasets/{Unknown}", "", 404, "NOT_FOUND" },
        { "A way up in the path", "GET", "/api/projects/{publisher}/..%2f..%2fhealth", "", 404, "NOT_FOUND" },
        { "A project hidden in another's path", "GET", "/api/projects/{publisher}%2f..%2f{lab}/shares", "", 404, "NOT_FOUND" },
        { "A limit out of its range", "GET", "/api/projects/{publisher}/datasets?limit=0", "", 400, "VALIDATION_FAILED" },
        { "A forged page token", "GET", "/api/projects/{publisher}/datasets?nextToken=AAAA", "", 400, "BAD_PAGE_TOKEN" },
        { "A route that does not exist", "GET", "/api/nowhere", "", 404, "NOT_FOUND" },
        { "A path that leaves the dataset", "POST", "/api/projects/{publisher}/datasets/{dataset}/files:presign", "{\"paths\":[\"../x\"]}", 400, "VALIDATION_FAILED" },
        { "A path that begins at the root", "POST", "/api/projects/{publisher}/datasets/{dataset}/files:presign", "{\"paths\":[\"/data/x\"]}", 400, "VALIDATION_FAILED" },
        { "A path with a line break", "POST", "/api/projects/{publisher}/datasets/{dataset}/files:presign", "{\"paths\":[\"data/\\n\"]}", 400, "VALIDATION_FAILED" },
        { "A lifetime that is too long", "POST", "/api/projects/{publisher}/datasets/{dataset}/files:presign", "{\"all\":true,\"expiresInSeconds\":901}", 400, "VALIDATION_FAILED" },
        { "An unknown kind of access", "POST", "/api/projects/{publisher}/s3-token", "{\"accessType\":\"ADMIN\"}", 400, "VALIDATION_FAILED" },
        { "A dataset id with a wildcard", "POST", "/api/projects/{publisher}/s3-token", "{\"accessType\":\"DATASET_UPLOAD\",\"datasetId\":\"*\"}", 400, "VALIDATION_FAILED" },
    };

    [Fact]
    public async Task Bad_requests_get_one_clear_answer_and_change_nothing()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var (dataset, _) = await world.RegisterAsync("Run 1", "a.txt");
        var token = await cloud.TokenAsync("core-admin");
        var wrong = new List<string>();
        foreach (var row in Requests)
        {
            var (sentence, method, path, body, status, code) = row.Data;
            path = path.Replace("{publisher}", world.Publisher, StringComparison.Ordinal).Replace("{lab}", world.Lab, StringComparison.Ordinal)
                .Replace("{dataset}", dataset, StringComparison.Ordinal);
            var answer = await RawAsync(method, path, method == "GET" ? null : body, token);
            var problem = code is null || (string?)answer.Body?["errorCode"] == code;
            if (answer.Status != status || !problem) wrong.Add($"{sentence}: {answer.Status} {answer.Text}");
            if (code is not null && IsIncomplete(answer.Body!)) wrong.Add($"{sentence}: incomplete {answer.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty((await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares")).Expect(200).Body!.AsArray());
    }

    [Fact]
    public async Task Tokens_that_the_issuer_did_not_sign_or_that_were_changed_open_nothing()
    {
        var genuine = await cloud.TokenAsync("core-admin");
        var parts = genuine.Split('.');
        var payload = JsonNode.Parse(Convert.FromBase64String(Padded(parts[1])))!;
        payload["sub"] = "platform-admin";
        payload["groups"] = new JsonArray("shares-admin");
        string[] forged =
        [
            $"{parts[0]}.{Base64Url(payload.ToJsonString())}.{parts[2]}",
            $"{Base64Url("""{"alg":"none","typ":"JWT"}""")}.{Base64Url(payload.ToJsonString())}.",
            genuine[..^4], "nonsense", "",
        ];
        foreach (var token in forged) Assert.Equal(401, (await RawAsync("GET", "/api/projects", null, token)).Status);
        Assert.Equal(200, (await RawAsync("GET", "/api/projects", null, genuine)).Status);
    }

    [Fact]
    public async Task A_signature_is_good_for_its_own_path_only()
    {
        var world = await World.CreateAsync(cloud);
        string Files(string project) => $"/iam/projects/{project}/datasets/{Unknown}/files";
        async Task<int> SendAsync(string path) => await Replay.StatusAsync(cloud, "immunology-lab-pipeline", signed: Files(world.Lab), sent: path);

        // 404: the signature is good, and the function says that there is no such dataset.
        Assert.Equal(404, await SendAsync(Files(world.Lab)));
        Assert.Equal(403, await SendAsync(Files(world.Publisher)));
        Assert.Equal(403, await SendAsync($"{Files(world.Lab)}?fileLimit=2"));
    }

    /// <summary>Sends the path exactly as written; <see cref="Uri"/> would resolve and decode parts of it.</summary>
    private async Task<Answer> RawAsync(string method, string path, string? body, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{cloud.Gateway.ToString().TrimEnd('/')}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await cloud.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, text, response.Headers);
    }

    /// <summary>Every refusal has the members that both kinds of clients look for.</summary>
    private static bool IsIncomplete(JsonNode problem) => new[]
    {
        "type", "title", "status", "detail", "instance", "traceId", "statusCode", "errorCode", "errorDetail", "errors",
    }.Any(member => problem[member] is null);

    private static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Padded(string text) => text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
}
