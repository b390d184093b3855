using System.Text.Json.Nodes;
using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>Requests of the administrator of both publishers, and of a member of many projects for the first lab.</summary>
internal static class Requests
{
    public static HttpApiEvent Publisher(string path, string query = "") => HttpApiEvent.Get(Path(ScaleIds.Publisher, path), query).By($"{People.Publisher}");

    public static HttpApiEvent Publisher(string method, string path, JsonObject? body) => Send(method, ScaleIds.Publisher, path, body).By($"{People.Publisher}");

    public static HttpApiEvent Writer(string method, string path, JsonObject? body) => Send(method, ScaleIds.Writer, path, body).By($"{People.Publisher}");

    public static HttpApiEvent Lab(string path, string query = "") => HttpApiEvent.Get(Path(ScaleIds.Lab(1), path), query).By($"{People.Member}");

    public static HttpApiEvent Lab(string method, string path, JsonObject? body) => Send(method, ScaleIds.Lab(1), path, body).By($"{People.Member}");

    public static JsonObject Share(string name, string description, IEnumerable<Condition> conditions, IEnumerable<string> keywords, int labs) => new()
    {
        ["name"] = name,
        ["description"] = description,
        ["conditions"] = new JsonArray([.. conditions.Select(c => new JsonObject { ["field"] = ContractName.Of(c.Field), ["value"] = c.Value })]),
        ["sharedProjectIds"] = new JsonArray([.. Enumerable.Range(1, labs).Select(n => (JsonNode)$"{ScaleIds.Lab(n)}")]),
        ["keywords"] = new JsonArray([.. keywords.Select(word => (JsonNode)word)]),
        ["classificationIds"] = new JsonArray(),
        ["isViewRestricted"] = true,
    };

    private static string Path(ProjectId project, string path) => path.Length == 0 ? $"/api/projects/{project}" : $"/api/projects/{project}/{path}";

    private static HttpApiEvent Send(string method, ProjectId project, string path, JsonObject? body) =>
        body is null ? new(method, Path(project, path)) : HttpApiEvent.Send(method, Path(project, path), body.ToJsonString());
}
