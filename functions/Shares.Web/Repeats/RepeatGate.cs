using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Data.Idempotency;
using Shares.Web.Errors;

namespace Shares.Web.Repeats;

/// <summary>
/// Gives a request with an <c>Idempotency-Key</c> the effect of one however often it is sent. Behind the gate: an answer is repeated
/// to nobody who may not ask any more.
/// </summary>
internal sealed class RepeatGate(IServiceProvider services)
{
    private const int RetryAfterSeconds = 5;
    private const int MaxLooks = 8;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private static readonly Failure BadKey = Failure.Invalid(IdempotencyKey.Header, "must have 1 to 255 visible characters of ASCII");

    private static readonly Failure Reused =
        new(ErrorCode.IdempotencyKeyReused, "This Idempotency-Key was sent with another request before. Take a new one for a new request.");

    private static readonly Failure Running =
        new(ErrorCode.Conflict, "The first request with this Idempotency-Key is still being carried out. Send it again in a few seconds.");

    private readonly Lazy<IdempotencyStore> _store = new(services.GetRequiredService<IdempotencyStore>);
    private readonly Lazy<TimeProvider> _time = new(services.GetRequiredService<TimeProvider>);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var route = http.GetEndpoint()?.Metadata.GetMetadata<RepeatableRoute>();
        var headers = http.Request.Headers[IdempotencyKey.Header];
        if (route is null || headers.Count == 0 || http.Features.Get<Caller>() is not { } caller)
        {
            await next(http);
            return;
        }

        var key = headers.ToString();
        if (!IdempotencyKey.IsValid(key)) await Problems.Of(BadKey).ExecuteAsync(http);
        else if (await IdempotencyKey.HashAsync(http.Request, http.RequestAborted) is not { } hash) await next(http);
        else await FollowAsync(http, next, route, new RepeatedRequest(_store.Value, Callers.KeyOf(caller), key, hash));
    }

    private async Task FollowAsync(HttpContext http, RequestDelegate next, RepeatableRoute route, RepeatedRequest request)
    {
        switch (await BeginAsync(request, route, http.RequestAborted))
        {
            case KeyedRequest.Different:
                await Problems.Of(Reused).ExecuteAsync(http);
                break;
            case var _ when !route.KeepsAnswer:
                await next(http);
                break;
            case KeyedRequest.Running:
                await (Problems.Of(Running) with { RetryAfterSeconds = RetryAfterSeconds }).ExecuteAsync(http);
                break;
            case KeyedRequest.Answered(var answer):
                await RepeatAsync(http.Response, answer, http.RequestAborted);
                break;
            case KeyedRequest.Mine mine:
                http.Features.Set(new ReservedId(mine.ReservedId, mine.IsRepeat));
                await request.AnswerAsync(http, next, mine);
                break;
        }
    }

    /// <summary>Waits a little for another attempt that is being carried out.</summary>
    private async Task<KeyedRequest> BeginAsync(RepeatedRequest request, RepeatableRoute route, CancellationToken ct)
    {
        var begun = await request.BeginAsync(ct);
        for (var look = 1; begun is KeyedRequest.Running && route.KeepsAnswer && look < MaxLooks; look++)
        {
            await Task.Delay(BetweenLooks, _time.Value, ct);
            begun = await request.BeginAsync(ct);
        }

        return begun;
    }

    private static async Task RepeatAsync(HttpResponse response, KeptAnswer answer, CancellationToken ct)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        await response.Body.WriteAsync(answer.Body, ct);
    }
}
