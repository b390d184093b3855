using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Shares.Local.Demo;

/// <summary>Calls the API as one of the demo users.</summary>
internal sealed class DemoApi(Uri gateway, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new() { BaseAddress = gateway };
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();

    /// <exception cref="HttpRequestException">The API refused; the message has its answer.</exception>
    public async Task<JsonNode> SendAsync(string user, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.GetOrAdd(user, TokenAsync));
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{method} {path} was answered with {(int)response.StatusCode}: {answer}");
        return answer.Length == 0 ? new JsonObject() : JsonNode.Parse(answer)!;
    }

    public Task ReadyAsync(string project, CancellationToken cancellationToken) =>
        UntilAsync("platform-admin", $"/api/projects/{project}", "status", "COMPLETED", cancellationToken);

    public Task EnforcedAsync(string publisher, string share, CancellationToken cancellationToken) =>
        UntilAsync("core-admin", $"/api/projects/{publisher}/shares/{share}/enforcement", "state", "ENFORCED", cancellationToken);

    private async Task UntilAsync(string user, string path, string member, string value, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var answer = await SendAsync(user, HttpMethod.Get, path, null, cancellationToken);
            if ((string?)answer[member] == value) return;
            if (time.GetElapsedTime(start) > Patience) throw new TimeoutException($"{path} did not become {value}: {answer.ToJsonString()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }
    }

    private async Task<string> TokenAsync(string user)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", user)]);
        using var response = await _http.PostAsync("/oidc/token", form);
        response.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!;
    }
}
