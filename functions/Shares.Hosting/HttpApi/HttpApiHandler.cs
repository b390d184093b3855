using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Logging;
using Shares.Hosting.Logging;
using Shares.Hosting.RuntimeApi;

namespace Shares.Hosting.HttpApi;

/// <summary>Lets the application answer one event. What the application does not answer in time or at all is answered here.</summary>
internal sealed partial class HttpApiHandler<TContext>(IHttpApplication<TContext> application, TimeProvider time, ILogger logger)
    where TContext : notnull
{
    /// <summary>An application that goes on after its cancellation is left behind this long before the deadline.</summary>
    private static readonly TimeSpan LastMoment = InvocationLoop.Margin / 2;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task<InvocationFault?> HandleAsync(Invocation invocation, ArrayBufferWriter<byte> output, CancellationToken aborted)
    {
        if (!TryParse(invocation, out var input))
        {
            LogInvalidEvent();
            return InvocationFault.InvalidEvent;
        }
        if (InvocationScope.Current is { } scope) scope.CorrelationId = input.RequestContext.RequestId ?? scope.CorrelationId;
        if (!HttpApiRequest.TryCreate(input, out var request))
        {
            HttpApiProblem.Malformed.Write(output, invocation.Context, "");
            return null;
        }
        var response = new LambdaResponse();
        var features = Features(invocation.Context, input, request, response, aborted);
        if (await ProcessAsync(features, response, invocation.Context, aborted) is { } problem)
            problem.Write(output, invocation.Context, request.Path);
        else
            HttpApiAnswer.Write(output, response.StatusCode, response.Headers, HasBody(request, response) ? response.Written.Span : []);
        return null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The function's edge: what escaped the application becomes a 500.")]
    private async Task<HttpApiProblem?> ProcessAsync(
        FeatureCollection features, LambdaResponse response, InvocationContext invocation, CancellationToken aborted)
    {
        var running = RunAsync(features, response);
        try
        {
            var left = invocation.Remaining(time) - LastMoment;
            await running.WaitAsync(left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left, time, CancellationToken.None);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            LogLeftBehind();
            return HttpApiProblem.TimedOut;
        }
        catch (Exception exception) when (aborted.IsCancellationRequested)
        {
            LogTimedOut(exception);
            return HttpApiProblem.TimedOut;
        }
        catch (Exception exception)
        {
            LogFailed(exception);
            return HttpApiProblem.Failed;
        }
        // What ASP.NET Core's exception handler answers where it thinks that nobody listens any more.
        return response.StatusCode == StatusCodes.Status499ClientClosedRequest && aborted.IsCancellationRequested ? HttpApiProblem.TimedOut : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Passed on to the application's own context, then rethrown.")]
    private async Task RunAsync(FeatureCollection features, LambdaResponse response)
    {
        var context = application.CreateContext(features);
        Exception? failure = null;
        try
        {
            await application.ProcessRequestAsync(context);
            await response.StartAsync();
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            await response.RunCompletedAsync();
            application.DisposeContext(context, failure);
        }
    }

    private static FeatureCollection Features(
        InvocationContext context, HttpApiEvent input, HttpRequestFeature request, LambdaResponse response, CancellationToken aborted)
    {
        var features = new FeatureCollection(16);
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpRequestBodyDetectionFeature>(new BodyDetection(request.Body != Stream.Null));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpConnectionFeature>(HttpApiRequest.Connection(input, context.RequestId));
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = context.RequestId });
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted });
        features.Set<IHttpAuthenticationFeature>(new HttpAuthenticationFeature { User = Caller.Of(input.RequestContext.Authorizer) });
        features.Set(context);
        var http = input.RequestContext.Http;
        features.Set(new GatewayRequest(input.RequestContext.RequestId ?? context.RequestId, http.SourceIp ?? "", http.UserAgent ?? ""));
        return features;
    }

    private static bool TryParse(Invocation invocation, [NotNullWhen(true)] out HttpApiEvent? input)
    {
        try
        {
            input = JsonSerializer.Deserialize(invocation.Event, HttpApiJson.Default.HttpApiEvent);
            return input is { Version: HttpApiEvent.SupportedVersion };
        }
        catch (JsonException)
        {
            input = null;
            return false;
        }
    }

    private static bool HasBody(HttpRequestFeature request, LambdaResponse response) =>
        !HttpMethods.IsHead(request.Method)
        && response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);

    private sealed record BodyDetection(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    [LoggerMessage(30, LogLevel.Error, "The event is not one of an HTTP API in payload format 2.0")]
    private partial void LogInvalidEvent();

    [LoggerMessage(31, LogLevel.Error, "The request was stopped shortly before its deadline")]
    private partial void LogTimedOut(Exception exception);

    [LoggerMessage(32, LogLevel.Error, "The request went on after it was stopped, and was left behind")]
    private partial void LogLeftBehind();

    [LoggerMessage(33, LogLevel.Error, "An exception escaped the application")]
    private partial void LogFailed(Exception exception);
}
