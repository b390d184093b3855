using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Shares.SystemTests.Support;

/// <summary>An answer as a client sees it.</summary>
public sealed record Answer(int Status, JsonNode? Body, string Text, HttpResponseHeaders Headers)
{
    public JsonNode this[string member] => Body?[member] ?? throw new InvalidOperationException($"{Status} without {member}: {Text}");

    /// <summary>Fails the test with the whole answer when the status is another one.</summary>
    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Text}");
        return this;
    }

    public Answer ExpectError(int status, string code)
    {
        Expect(status);
        Assert.Equal(code, (string?)Body?["errorCode"]);
        return this;
    }
}

/// <summary>Calls the API through the gateway, as a person with a token or as a role that signs.</summary>
public sealed class ApiClient(HttpClient http, Uri address, string? token = null)
{
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
        return new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, response.Headers);
    }
}
