using Microsoft.AspNetCore.Http;
using Shares.Data.Idempotency;

namespace Shares.Web.Repeats;

/// <summary>One request with a key.</summary>
internal sealed class RepeatedRequest(IdempotencyStore store, string caller, string key, byte[] hash)
{
    public Task<KeyedRequest> BeginAsync(CancellationToken ct) => store.BeginAsync(caller, key, hash, ct);

    /// <summary>Carries the request out, and keeps its answer if it succeeds. What failed may be tried again.</summary>
    public async Task AnswerAsync(HttpContext http, RequestDelegate next, KeyedRequest.Mine attempt)
    {
        var response = http.Response;
        var outer = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await next(http);
        }
        catch
        {
            await store.ReleaseAsync(caller, key, attempt, CancellationToken.None);
            throw;
        }
        finally
        {
            response.Body = outer;
        }

        var body = written.ToArray();
        if (response.StatusCode is >= 200 and < 300 && body.Length <= KeptAnswer.MaxBytes)
            await store.CompleteAsync(caller, key, attempt, new(response.StatusCode, response.ContentType ?? "", body), http.RequestAborted);
        else
            await store.ReleaseAsync(caller, key, attempt, http.RequestAborted);
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
