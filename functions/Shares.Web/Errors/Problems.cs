using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Failures;

namespace Shares.Web.Errors;

/// <summary>The one place where a failure becomes an answer.</summary>
public static class Problems
{
    /// <summary>Enforcement of a share takes a few seconds.</summary>
    private const int RetryAfterSeconds = 5;

    public static readonly IResult Unauthenticated =
        new ProblemResult(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", "Sign in first: the request names no caller.");

    internal static readonly ProblemResult MethodNotAllowed =
        new(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", "This address does not take that method; Allow lists those it takes.");

    internal static readonly ProblemResult Internal =
        new(StatusCodes.Status500InternalServerError, "INTERNAL_ERROR", "The request failed. The log has the reason under this traceId.");

    internal static readonly Failure StoreUnavailable =
        new(ErrorCode.StoreUnavailable, "The store does not answer at the moment. Try again; a change may have taken effect.");

    public static IResult From(Failure failure) => Of(failure);

    internal static ProblemResult Of(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var status = StatusOf(failure.Code);
        return new(status, ContractName.Of(failure.Code), failure.Detail)
        {
            Errors = failure.Errors,
            RetryAfterSeconds = status == StatusCodes.Status503ServiceUnavailable ? RetryAfterSeconds : null,
        };
    }

    public static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.ValidationFailed or ErrorCode.BadPageToken or ErrorCode.MalformedBody => StatusCodes.Status400BadRequest,
        ErrorCode.RoleTooLow or ErrorCode.SharingDisabled or ErrorCode.ShareIsAnalyzeOnly or ErrorCode.DownloadsSuspended
            or ErrorCode.NotYourPipelineRole => StatusCodes.Status403Forbidden,
        ErrorCode.NotFound => StatusCodes.Status404NotFound,
        ErrorCode.AlreadyExists or ErrorCode.Conflict or ErrorCode.IdempotencyKeyReused => StatusCodes.Status409Conflict,
        ErrorCode.VersionMismatch => StatusCodes.Status412PreconditionFailed,
        ErrorCode.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorCode.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ErrorCode.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ErrorCode.NotReady or ErrorCode.StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
