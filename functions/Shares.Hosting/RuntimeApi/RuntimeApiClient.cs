using System.Buffers;
using System.Globalization;
using System.Net;

namespace Shares.Hosting.RuntimeApi;

/// <summary>The five calls of the Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient(Uri baseAddress) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
    })
    {
        BaseAddress = baseAddress,
        // Lambda answers `next` when there is work, which may be in hours.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>True once the first event was asked for, which ends the start of the function.</summary>
    public bool HasAsked { get; private set; }

    /// <exception cref="RuntimeApiException">The answer was not an event.</exception>
    public async Task<Invocation> NextAsync(CancellationToken stopping)
    {
        HasAsked = true;
        using var response = await http.GetAsync(Relative("invocation/next"), HttpCompletionOption.ResponseHeadersRead, stopping);
        if (response.StatusCode != HttpStatusCode.OK) throw new RuntimeApiException($"next was answered with {(int)response.StatusCode}.");
        var context = new InvocationContext(
            Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new RuntimeApiException("next was answered without a request id."),
            Header(response, "Lambda-Runtime-Invoked-Function-Arn") ?? "",
            long.TryParse(Header(response, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var deadline)
                ? DateTimeOffset.FromUnixTimeMilliseconds(deadline)
                : DateTimeOffset.MaxValue,
            Header(response, "Lambda-Runtime-Trace-Id"));
        await using var content = await response.Content.ReadAsStreamAsync(stopping);
        var (pooled, length) = await ReadAsync(content, response.Content.Headers.ContentLength, stopping);
        return new(context, pooled, length);
    }

    /// <returns>Whether Lambda took it.</returns>
    /// <exception cref="RuntimeApiException">The Runtime API failed.</exception>
    public Task<RuntimeApiAnswer> RespondAsync(string requestId, ReadOnlyMemory<byte> response) =>
        PostAsync($"invocation/{requestId}/response", response, errorType: null);

    public Task<RuntimeApiAnswer> FailAsync(string requestId, InvocationFault fault) =>
        PostAsync($"invocation/{requestId}/error", fault.ToJson(), fault.Type);

    /// <summary>Tells that the function cannot start. Synchronous, because the process is about to end in a handler that cannot wait.</summary>
    public void FailInit(InvocationFault fault)
    {
        using var request = Request("init/error", fault.ToJson(), fault.Type);
        using var response = http.Send(request);
    }

    public void Dispose() => http.Dispose();

    private async Task<RuntimeApiAnswer> PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType)
    {
        using var request = Request(path, body, errorType);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => RuntimeApiAnswer.Accepted,
            413 => RuntimeApiAnswer.TooLarge,
            >= 500 => throw new RuntimeApiException($"An answer was met with {(int)response.StatusCode}."),
            _ => RuntimeApiAnswer.Refused,
        };
    }

    private static HttpRequestMessage Request(string path, ReadOnlyMemory<byte> body, string? errorType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Relative(path)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (errorType is not null) request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        return request;
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static async Task<(byte[] Pooled, int Length)> ReadAsync(Stream content, long? expected, CancellationToken stopping)
    {
        var pooled = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected ?? 0, 4 * 1024, 64 * 1024 * 1024) + 1);
        var length = 0;
        while (await content.ReadAsync(pooled.AsMemory(length), stopping) is > 0 and var read)
        {
            length += read;
            if (length < pooled.Length) continue;
            var larger = ArrayPool<byte>.Shared.Rent(pooled.Length * 2);
            pooled.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(pooled);
            pooled = larger;
        }
        return (pooled, length);
    }
}
