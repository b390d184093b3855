using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Shares.Testing.RuntimeApi;

/// <summary>An event on its way to the function, and the promise of its outcome.</summary>
internal sealed record PendingInvocation(string Id, string Event, DateTimeOffset Deadline, string TraceId)
{
    private readonly TaskCompletionSource<InvocationOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<InvocationOutcome> Outcome => outcome.Task;

    public void End(InvocationOutcome value) => outcome.TrySetResult(value);

    public Task SendAsync(HttpResponse response)
    {
        response.ContentType = "application/json";
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = Id;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = StrictRuntimeApi.FunctionArn;
        response.Headers["Lambda-Runtime-Trace-Id"] = TraceId;
        return response.WriteAsync(Event);
    }
}
