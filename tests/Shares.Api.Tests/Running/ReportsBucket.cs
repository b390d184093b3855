using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Shares.Api.Tests.Running;

/// <summary>A bucket that answers GET as S3 does, ranges, conditions and errors included; signatures are not checked here.</summary>
public sealed class ReportsBucket : IAsyncDisposable
{
    public const string Name = "reports";

    public static readonly AWSCredentials Keys = new SessionAWSCredentials("ASIAIOSFODNN7EXAMPLE", "secret", "session-token");

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly WebApplication _app;

    private ReportsBucket(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>Answers nothing but 503 while it is set.</summary>
    public bool IsAway { get; set; }

    public static async Task<ReportsBucket> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bucket = new ReportsBucket(app);
        app.Run(bucket.AnswerAsync);
        await app.StartAsync();
        return bucket;
    }

    public void Put(string key, string text) => Put(key, Encoding.UTF8.GetBytes(text));

    public void Put(string key, byte[] bytes) => _objects[key] = bytes;

    public string Text(string key) => Encoding.UTF8.GetString(_objects[key]);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (IsAway) return RefuseAsync(http, 503, "SlowDown");
        if (!path.StartsWith($"/{Name}/", StringComparison.Ordinal) || !_objects.TryGetValue(path[(Name.Length + 2)..], out var bytes)) return RefuseAsync(http, 404, "NoSuchKey");
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        if (http.Request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != etag) return RefuseAsync(http, 412, "PreconditionFailed");
        var from = http.Request.GetTypedHeaders().Range?.Ranges.First().From ?? 0;
        return http.Request.Headers.Range.Count > 0 && from >= bytes.Length
            ? RefuseAsync(http, 416, "InvalidRange")
            : Results.Bytes(bytes, "text/plain", enableRangeProcessing: true, entityTag: EntityTagHeaderValue.Parse(etag)).ExecuteAsync(http);
    }

    private static Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }
}
