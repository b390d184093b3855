using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Bugs;

/// <summary>
/// A bug that the functions would have if their requests to the store, or what they read of it, were like this: it stands between the two and
/// changes them on the wire.
/// </summary>
internal abstract class PlantedBug : DelegatingHandler
{
    private int _times;

    /// <summary>How often it made a difference to a request or an answer.</summary>
    public int Times => _times;

    /// <returns>Whether it changed the request.</returns>
    protected virtual bool Bend(string operation, JsonNode request) => false;

    /// <returns>Whether it changed the answer.</returns>
    protected virtual bool BendAnswer(string operation, JsonNode request, JsonNode answer) => false;

    protected static IEnumerable<JsonObject> Things(JsonNode? array) => array?.AsArray().OfType<JsonObject>() ?? [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        if (Bend(operation, body))
        {
            Interlocked.Increment(ref _times);
            request.Content = Content(body);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) return response;
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        if (BendAnswer(operation, body, answer)) Interlocked.Increment(ref _times);
        response.Dispose();
        // Without the checksum of what the store said.
        return new(HttpStatusCode.OK) { Content = Content(answer) };
    }

    private static StringContent Content(JsonNode body) => new(body.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0"));
}
