using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shares.Core.Failures;

namespace Shares.Web.Errors;

/// <summary>
/// The function's edge: exceptions and answers without a body become problems here and nowhere else. What is not the caller's fault is logged, once.
/// </summary>
internal sealed partial class ProblemEdge(ILogger<ProblemEdge> logger)
{
    [SuppressMessage("Design", "CA1031", Justification = "The function's edge.")]
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        SetSecurityHeaders(http.Response);
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            http.Response.Clear();
            SetSecurityHeaders(http.Response);
            await For(exception).ExecuteAsync(http);
            return;
        }

        if (WithoutBody(http.Response) is { } problem) await problem.ExecuteAsync(http);
    }

    /// <summary>Answers are about one caller and change under everybody's hands: none is to be kept or guessed at.</summary>
    private static void SetSecurityHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private ProblemResult For(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problems.Of(new(ErrorCode.BodyTooLarge, "The body is too large."));
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return Problems.Of(new(ErrorCode.UnsupportedMediaType, "The body must be JSON (application/json)."));
            case BadHttpRequestException or JsonException:
                return Problems.Of(new(ErrorCode.MalformedBody, "The request cannot be read."));
            case AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or OperationCanceledException:
                LogOutage(exception);
                return Problems.Of(Problems.StoreUnavailable);
            default:
                LogFailed(exception);
                return Problems.Internal;
        }
    }

    /// <summary>Routing answers what it does not know with a bare status.</summary>
    private static ProblemResult? WithoutBody(HttpResponse response) => response.HasStarted || response.ContentType is not null
        ? null
        : response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problems.Of(Failure.NotFound),
            StatusCodes.Status405MethodNotAllowed => Problems.MethodNotAllowed,
            _ => null,
        };

    [LoggerMessage(60, LogLevel.Error, "A service that the request needs did not answer")]
    private partial void LogOutage(Exception exception);

    [LoggerMessage(61, LogLevel.Error, "The request failed")]
    private partial void LogFailed(Exception exception);
}
