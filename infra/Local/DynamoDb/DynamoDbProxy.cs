using Shares.Local.Lambda;

namespace Shares.Local.DynamoDb;

/// <summary>
/// Passes requests that their caller's policies allow on to DynamoDB Local and responses back, both as they come; knows which
/// process of a function calls.
/// </summary>
public sealed class DynamoDbProxy(HttpMessageInvoker http, Uri endpoint, DynamoDbAuthorizer authorizer, CrashControl crashes)
{
    /// <summary>Of one connection only, by RFC 9110 section 7.6.1; the rest passes unchanged.</summary>
    private static readonly HashSet<string> HopByHop = new(
        ["Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade"], StringComparer.OrdinalIgnoreCase);

    public async Task PassAsync(HttpContext context)
    {
        if (await authorizer.CheckAsync(context) is { } refusal)
        {
            await refusal.WriteAsync(context);
            return;
        }

        var victim = crashes.Count(context.Request);
        using var request = Copy(context.Request);
        using var response = await SendAsync(request, context);
        if (response is null) return;
        if (victim is null)
        {
            await PassBackAsync(response, context);
            return;
        }

        await response.Content.CopyToAsync(Stream.Null, context.RequestAborted);
        victim.Kill();
        context.Abort();
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, HttpContext context)
    {
        try
        {
            return await http.SendAsync(request, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return null;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    private HttpRequestMessage Copy(HttpRequest from)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(endpoint, from.Path + from.QueryString));
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers)
        {
            if (HopByHop.Contains(name)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return request;
    }

    private static async Task PassBackAsync(HttpResponseMessage from, HttpContext context)
    {
        context.Response.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!HopByHop.Contains(name)) context.Response.Headers[name] = values.ToArray();
        }

        await from.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
