using Amazon;

namespace Shares.Aws.Objects;

/// <summary>Where the objects of one bucket are, as the SDK would address them.</summary>
/// <param name="Origin">Scheme and host, without a slash at its end.</param>
/// <param name="Host">The header <c>Host</c> of a request: without a port that the scheme implies.</param>
/// <param name="Root">Path that keys follow: a slash, or the bucket between slashes.</param>
internal sealed record BucketAddress(string Origin, string Host, string Root)
{
    /// <param name="bucketOrAlias">A name that S3 allows for a bucket, or the alias of an access point.</param>
    public static BucketAddress Of(S3Location location, string bucketOrAlias)
    {
        if (location.Endpoint is { } endpoint) return new($"{endpoint.Scheme}://{endpoint.Authority}", endpoint.Authority, $"/{bucketOrAlias}/");
        var service = $"s3.{location.Region}.{RegionEndpoint.GetBySystemName(location.Region).PartitionDnsSuffix}";
        // The certificate of S3 is for one label before the service's name, and a name with a dot makes two.
        return bucketOrAlias.Contains('.', StringComparison.Ordinal)
            ? new($"https://{service}", service, $"/{bucketOrAlias}/")
            : new($"https://{bucketOrAlias}.{service}", $"{bucketOrAlias}.{service}", "/");
    }
}
