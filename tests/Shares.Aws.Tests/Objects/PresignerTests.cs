using Microsoft.AspNetCore.WebUtilities;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;

namespace Shares.Aws.Tests.Objects;

/// <summary>Whether S3 takes the signatures is tried in the tests of the function, on the local S3, which checks them.</summary>
public sealed class PresignerTests
{
    private static readonly VendedCredentials Session = new("ASIAVENDED", "secret", "token+/=", DateTimeOffset.MaxValue);

    [Theory]
    [InlineData("us-east-1", null, "https://shr-x-s3alias.s3.us-east-1.amazonaws.com/")]
    [InlineData("eu-central-1", null, "https://shr-x-s3alias.s3.eu-central-1.amazonaws.com/")]
    [InlineData("us-east-1", "http://localhost:8900", "http://localhost:8900/shr-x-s3alias/")]
    [InlineData("us-east-1", "https://localhost:8900", "https://localhost:8900/shr-x-s3alias/")]
    public void URLs_are_of_the_alias_or_below_the_endpoint(string region, string? endpoint, string start) =>
        Assert.StartsWith(start + "datasets/d/data/x.csv?", Sign("datasets/d/data/x.csv", region, endpoint), StringComparison.Ordinal);

    [Fact]
    public void A_URL_carries_the_session_and_its_own_end()
    {
        var query = QueryHelpers.ParseQuery(new Uri(Sign("datasets/d/data/x.csv")).Query);
        Assert.Equal("token+/=", query["X-Amz-Security-Token"]);
        Assert.StartsWith("ASIAVENDED/", query["X-Amz-Credential"]);
        Assert.InRange(int.Parse(query["X-Amz-Expires"].ToString(), null), 1, 900);
    }

    [Theory]
    [InlineData("datasets/d/a b+c.csv", "datasets/d/a%20b%2Bc.csv")]
    [InlineData("datasets/d/%2e%2e/x", "datasets/d/%252e%252e/x")]
    [InlineData("datasets/d/ü?&=#", "datasets/d/%C3%BC%3F%26%3D%23")]
    [InlineData("datasets/d/a//b", "datasets/d/a//b")]
    public void Keys_are_encoded_character_by_character(string key, string path) =>
        Assert.Contains($".amazonaws.com/{path}?", Sign(key), StringComparison.Ordinal);

    private static string Sign(string key, string region = "us-east-1", string? endpoint = null)
    {
        using var presigner = new Presigner(new S3Location(region, endpoint is null ? null : new Uri(endpoint)), Session);
        return presigner.Sign("shr-x-s3alias", key, TimeProvider.System.GetUtcNow().AddSeconds(900));
    }
}
