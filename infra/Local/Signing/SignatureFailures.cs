using static Shares.Local.Signing.SignatureResult;

namespace Shares.Local.Signing;

/// <summary>The refusals of S3's authentication, with its codes and statuses.</summary>
public static class SignatureFailures
{
    public static Failed MalformedHeader(string why) =>
        new(400, "AuthorizationHeaderMalformed", $"The authorization header is malformed; {why}");

    public static Failed MalformedQuery(string why) => new(400, "AuthorizationQueryParametersError", why);

    public static Failed UnsupportedMechanism { get; } = new(400, "InvalidRequest",
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    public static Failed TwoMechanisms { get; } = new(400, "InvalidArgument",
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter or the Authorization header should be specified");

    public static Failed MissingPayloadHash { get; } = new(400, "MissingSecurityHeader",
        "Missing required header for this request: x-amz-content-sha256");

    public static Failed InvalidPayloadHash { get; } = new(400, "InvalidArgument",
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
        + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.");

    public static Failed PayloadHashMismatch { get; } = new(400, "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.");

    public static Failed UnknownKey { get; } = new(403, "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.");

    public static Failed InvalidToken { get; } = new(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");

    public static Failed ExpiredToken { get; } = new(400, "ExpiredToken", "The provided token has expired.");

    public static Failed Skewed { get; } = new(403, "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.");

    public static Failed UrlExpired { get; } = new(403, "AccessDenied", "Request has expired");

    public static Failed UrlNotYetValid { get; } = new(403, "AccessDenied", "Request is not yet valid");

    public static Failed UnsignedHeaders(string names) =>
        new(403, "AccessDenied", $"There were headers present in the request which were not signed: {names}");

    public static Failed Mismatch { get; } = new(403, "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    public static Failed BodyTooLarge { get; } = new(413, "EntityTooLarge", "The request is larger than this service takes.");
}
