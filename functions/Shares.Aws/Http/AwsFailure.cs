using System.Net;

namespace Shares.Aws.Http;

/// <summary>Why AWS did not do what was asked.</summary>
/// <param name="Code">AWS's own error code, or <see cref="NoAnswerCode"/>.</param>
/// <param name="Detail">A sentence for the people who look after it: what was asked, and what AWS said.</param>
/// <param name="IsTransient">The same request may succeed later. False: somebody has to change something first.</param>
public sealed record AwsFailure(string Code, string Detail, bool IsTransient)
{
    public const string NoAnswerCode = "NoAnswer";

    /// <summary>Refusals that pass although their status says that the request itself is at fault.</summary>
    private static readonly HashSet<string> PassingCodes = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "LimitExceededException", "RequestExpired", "RequestLimitExceeded", "RequestTimeout", "RequestTimeTooSkewed", "SlowDown", "Throttling",
        "ThrottlingException", "TooManyRequestsException",
    };

    /// <param name="action">What was asked, as it follows "S3 refused to".</param>
    /// <param name="service">Who was asked.</param>
    public static AwsFailure Refused(string action, string code, HttpStatusCode status, string? message, string service = "S3") => new(
        code,
        $"{service} refused to {action}: {code}{(string.IsNullOrWhiteSpace(message) ? "" : $" ({message})")}.",
        IsPassing(status) || PassingCodes.Contains(code));

    /// <summary>Whether the change was made is not known: the answer was lost, late, or no answer of AWS.</summary>
    public static AwsFailure NoAnswer(string action, string why, string service = "S3") =>
        new(NoAnswerCode, $"{service} did not answer when asked to {action}: {why}", true);

    /// <summary>Overload, an outage, or a conflict with another change that is under way.</summary>
    internal static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
