using System.Net;

namespace Shares.Aws.Http;

/// <summary>
/// Tries a request again after throttling, errors of the server, lost connections and attempts that take too long. For requests
/// that may be repeated although the first one took effect. Stands outside the signing handler, so that every attempt is signed anew.
/// </summary>
/// <exception cref="TimeoutException">The last attempt took too long.</exception>
public sealed class RetryHandler(RetryLimits limits, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isLast = attempt >= limits.Attempts;
            try
            {
                var response = await AttemptAsync(request, cancellationToken);
                if (isLast || !IsWorthRepeating(response.StatusCode)) return response;
                response.Dispose();
            }
            catch (Exception e) when (!isLast && e is HttpRequestException or IOException or TimeoutException)
            {
                // Tried again below.
            }

            await Task.Delay(limits.DelayAfter(attempt), time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(limits.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(either.Token);
            return response;
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
                throw new TimeoutException($"no answer within {limits.AttemptTimeout.TotalSeconds} s", e);
            throw;
        }
    }

    private static bool IsWorthRepeating(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
