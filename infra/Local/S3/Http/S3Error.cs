using Shares.Local.Signing;

namespace Shares.Local.S3.Http;

/// <summary>A refusal in S3's terms.</summary>
public sealed record S3Error(int Status, string Code, string Message)
{
    public static S3Error AccessDenied { get; } = new(403, "AccessDenied", "Access Denied");
    public static S3Error NoSuchBucket { get; } = new(404, "NoSuchBucket", "The specified bucket does not exist");
    public static S3Error NoSuchKey { get; } = new(404, "NoSuchKey", "The specified key does not exist.");
    public static S3Error NoSuchVersion { get; } = new(404, "NoSuchVersion", "The specified version does not exist.");
    public static S3Error NoSuchUpload { get; } =
        new(404, "NoSuchUpload", "The upload ID is not valid, or the upload was aborted or completed.");
    public static S3Error NoSuchAccessPoint { get; } = new(404, "NoSuchAccessPoint", "The specified accesspoint does not exist");
    public static S3Error NoSuchBucketPolicy { get; } = new(404, "NoSuchBucketPolicy", "The bucket policy does not exist");
    public static S3Error NoSuchConfiguration { get; } = new(404, "NoSuchConfiguration", "The specified configuration does not exist.");
    public static S3Error TooManyConfigurations { get; } =
        new(400, "TooManyConfigurations", "You are attempting to create a new configuration but have already reached the 1,000-configuration limit.");
    public static S3Error BucketNotEmpty { get; } = new(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    public static S3Error BucketHasAccessPoints { get; } =
        new(400, "BucketHasAccessPointsAttached", "Delete the access points of the bucket before the bucket.");
    public static S3Error InvalidBucketName { get; } = new(400, "InvalidBucketName", "The specified bucket is not valid.");
    public static S3Error InvalidUri { get; } = new(400, "InvalidURI", "Couldn't parse the specified URI.");
    public static S3Error KeyTooLong { get; } = new(400, "KeyTooLongError", "Your key is too long");
    public static S3Error MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    public static S3Error NotImplemented { get; } = new(501, "NotImplemented", "The local cloud does not have this operation.");
    public static S3Error MalformedXml { get; } = new(400, "MalformedXML", "The XML you provided was not well-formed or not what is expected");
    public static S3Error EntityTooLarge { get; } = new(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
    public static S3Error EntityTooSmall { get; } = new(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    public static S3Error MissingContentLength { get; } = new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    public static S3Error BadDigest { get; } = new(400, "BadDigest", "A digest of the request does not match what was received.");
    public static S3Error InvalidDigest { get; } = new(400, "InvalidDigest", "The Content-MD5 of the request is not valid.");
    public static S3Error PreconditionFailed { get; } = new(412, "PreconditionFailed", "A precondition of the request does not hold");
    public static S3Error InvalidRange { get; } = new(416, "InvalidRange", "The requested range is not satisfiable");
    public static S3Error InvalidPart { get; } = new(400, "InvalidPart", "A part was not uploaded, or its entity tag is another.");
    public static S3Error InvalidPartOrder { get; } = new(400, "InvalidPartOrder", "The list of parts is not in ascending order.");
    public static S3Error InternalError { get; } = new(500, "InternalError", "We encountered an internal error. Please try again.");

    public static S3Error InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static S3Error MalformedPolicy(string message) => new(400, "MalformedPolicy", message);

    public static S3Error Of(SignatureResult.Failed failure) => new(failure.Status, failure.Code, failure.Message);
}
