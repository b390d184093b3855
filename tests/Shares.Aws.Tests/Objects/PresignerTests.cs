using Shares.Aws.Objects;
using Shares.Aws.Sessions;

namespace Shares.Aws.Tests.Objects;

/// <summary>Whether S3 takes the signatures is tried in the tests of the function, on the local S3, which checks them.</summary>
public sealed class PresignerTests
{
    private static readonly VendedCredentials Session = new("ASIAVENDED", "secret", "token+/=", DateTimeOffset.MaxValue);

    [Theory]
    [InlineData("us-east-1", null, "https://shr-x-s3alias.s3.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", null, "https://shr-x-s3alias.s3.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-east-1", "http://localhost:8900", "http://localhost:8900/shr-x-s3alias/")]
    [InlineData("us-east-1", "https://localhost:8900", "https://localhost:8900/shr-x-s3alias/")]
    public void URLs_are_of_the_alias_or_below_the_endpoint(string region, string? endpoint, string start) =>
        Assert.StartsWith(start + "datasets/d/data/x.csv?", Sign("datasets/d/data/x.csv", region, endpoint), StringComparison.Ordinal);

    [Fact]
    public void A_key_of_more_than_1024_bytes_is_no_key() => Assert.Throws<ArgumentException>(() => Sign(new string('ü', 513)));

    [Fact]
    public void Many_URLs_of_one_presigner_are_those_of_one_presigner_each()
    {
        string[] keys = ["a/rather/long/key of many characters", "b", "", new string('x', 1024), "ü", "b"];
        var presigner = Presigner("us-east-1", null);
        Assert.Equal(keys.Select(key => Sign(key)), keys.Select(presigner.Sign));
    }

    private static string Sign(string key, string region = "us-east-1", string? endpoint = null) => Presigner(region, endpoint).Sign(key);

    private static Presigner Presigner(string region, string? endpoint) => new(
        new S3Location(region, endpoint is null ? null : new Uri(endpoint)), "shr-x-s3alias", Session, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(900));
}
