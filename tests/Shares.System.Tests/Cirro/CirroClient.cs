using System.Text;
using System.Text.Json.Nodes;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Cirro;

/// <summary>What sets the requests of one of Cirro's clients apart from those of another.</summary>
/// <param name="Colon">How it writes the colon of <c>{share}:subscribe</c> in a path.</param>
/// <param name="WritesNull">Whether members without a value are sent as null rather than left out.</param>
public sealed record ClientKind(string Name, string Colon, bool WritesNull, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly ClientKind[] Kinds =
    [
        new("Python", ":", WritesNull: false, new Dictionary<string, string>
        {
            ["Accept"] = "*/*", ["Accept-Encoding"] = "gzip, deflate", ["Connection"] = "keep-alive", ["User-Agent"] = "Cirro SDK 1.9.0 (cirro)",
        }),
        new("TypeScript", ":", WritesNull: true, new Dictionary<string, string>
        {
            ["Accept"] = "*/*", ["Accept-Language"] = "en", ["Sec-Fetch-Mode"] = "cors", ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64)",
        }),
        new("R", "%3A", WritesNull: false, new Dictionary<string, string>
        {
            ["Accept"] = "application/json, text/xml, application/xml, */*", ["User-Agent"] = "libcurl/8.5.0 r-curl/5.2.1 httr/1.4.7",
        }),
        new("one that encodes in lower case", "%3a", WritesNull: true, new Dictionary<string, string>()),
    ];

    public static TheoryData<string> Names => [.. Kinds.Select(kind => kind.Name)];

    public static ClientKind Named(string name) => Kinds.Single(kind => kind.Name == name);
}

/// <summary>Sends what Cirro's clients send, byte for byte where it matters: the path as they write it, their headers, their JSON.</summary>
internal sealed class CirroClient(LocalCloud cloud, string token, ClientKind kind)
{
    public static async Task<CirroClient> SignInAsync(LocalCloud cloud, string user, string kind) =>
        new(cloud, await cloud.TokenAsync(user), ClientKind.Named(kind));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body);

    /// <param name="body">Null: none, and no type of one.</param>
    public Task<Answer> PutAsync(string path, JsonObject? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <param name="path">Below <c>/api</c>, with a colon before an action.</param>
    private async Task<Answer> SendAsync(HttpMethod method, string path, JsonObject? body)
    {
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var address = $"{cloud.Gateway.ToString().TrimEnd('/')}/api{path.Replace(":", kind.Colon, StringComparison.Ordinal)}";
        using var request = new HttpRequestMessage(method, new Uri(address, exact));
        foreach (var (name, value) in kind.Headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Written(body).ToJsonString()));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        using var response = await cloud.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), text, response.Headers);
    }

    private JsonObject Written(JsonObject body) => kind.WritesNull
        ? body
        : new JsonObject(body.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
