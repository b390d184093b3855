using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Core.Failures;
using Shares.Hosting;

namespace Shares.Web.Errors;

internal sealed record ProblemResult(int Status, string Code, string Detail) : IResult
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public int? RetryAfterSeconds { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(Body(httpContext), ProblemJson.Default.ProblemBody);
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private ProblemBody Body(HttpContext http) => new(
        Type: "about:blank",
        Title: ReasonPhrases.GetReasonPhrase(Status),
        Status: Status,
        Detail: Detail,
        Instance: http.Request.PathBase.Add(http.Request.Path).Value ?? "",
        TraceId: http.Features.Get<InvocationContext>()?.RequestId ?? http.TraceIdentifier,
        StatusCode: Status,
        ErrorCode: Code,
        ErrorDetail: Detail,
        Errors: [.. Errors.Select(e => new ProblemEntry($"{e.Field}: {e.Message}"))]);
}
