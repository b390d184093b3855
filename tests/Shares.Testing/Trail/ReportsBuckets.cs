using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shares.Testing.Trail;

/// <summary>S3 as far as Egress asks it: buckets with a list of addresses, and buckets that have none yet.</summary>
public sealed class ReportsBuckets : IAsyncDisposable
{
    /// <summary>It has had its list for long.</summary>
    public const string Usual = "reports";

    /// <summary>Of this Region is 198.51.100.0/24, of another one 192.0.2.0/24; and 203.0.113.0/24 is nobody's.</summary>
    public const string List = """
        {"syncToken":"1","prefixes":[{"ip_prefix":"198.51.100.0/24","region":"us-east-1"},{"ip_prefix":"192.0.2.0/24","region":"eu-west-1"}],"ipv6_prefixes":[]}
        """;

    private readonly WebApplication _app;

    private ReportsBuckets(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <summary>What is under the list's key, by bucket; <c>503</c>: S3 has an outage.</summary>
    public ConcurrentDictionary<string, string> Lists { get; } = new() { [Usual] = List };

    public static async Task<ReportsBuckets> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var buckets = new ReportsBuckets(builder.Build());
        buckets._app.Run(buckets.AnswerAsync);
        await buckets._app.StartAsync();
        return buckets;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var list = Lists.GetValueOrDefault(context.Request.Path.Value!.Split('/')[1]);
        context.Response.StatusCode = list switch { null => 404, "503" => 503, _ => 200 };
        return context.Response.WriteAsync(list ?? "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>");
    }
}
