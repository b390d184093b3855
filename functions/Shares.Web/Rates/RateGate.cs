using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Data.Rates;
using Shares.Web.Errors;

namespace Shares.Web.Rates;

/// <summary>Refuses what a caller does too often. Behind the gate, so that strangers use up nobody's share.</summary>
internal sealed class RateGate(IServiceProvider services)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lazy<RateStore> _rates = new(services.GetRequiredService<RateStore>);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<RateLimit>() is { } limit && http.Features.Get<Caller>() is { } caller
            && await _rates.Value.TakeAsync(Callers.KeyOf(caller), limit.What, limit.PerMinute, Window, http.RequestAborted) is { } wait)
        {
            await TooMany(limit, wait).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static ProblemResult TooMany(RateLimit limit, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var detail = $"You may ask for this {limit.PerMinute} times a minute. Try again in {seconds} seconds.";
        return Problems.Of(new(ErrorCode.TooManyRequests, detail)) with { RetryAfterSeconds = seconds };
    }
}
