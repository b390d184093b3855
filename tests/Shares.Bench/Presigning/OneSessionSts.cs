using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shares.Bench.Presigning;

/// <summary>An STS that gives the work's session to whoever asks.</summary>
internal static class OneSessionSts
{
    public static async Task<WebApplication> StartAsync(PresignWork work)
    {
        var answer = $"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>{work.AccessKeyId}</AccessKeyId><SecretAccessKey>{work.SecretAccessKey}</SecretAccessKey><SessionToken>{work.SessionToken}</SessionToken>
            <Expiration>{TimeProvider.System.GetUtcNow().AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
            """;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", (HttpContext _) => Results.Text(answer, "text/xml"));
        await app.StartAsync();
        return app;
    }
}
