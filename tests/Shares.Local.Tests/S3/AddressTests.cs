using Shares.Local.S3.Http;
using Shares.Local.Signing;

namespace Shares.Local.Tests.S3;

public class AddressTests
{
    [Theory]
    [InlineData("localhost", "/", "", null, "")]
    [InlineData("localhost", "/data", "data", null, "")]
    [InlineData("127.0.0.1", "/data/", "data", null, "")]
    [InlineData("localhost", "/data/a%20b/%2e%2e/c", "data", null, "a b/../c")]
    [InlineData("localhost", "/data//a", "data", null, "/a")]
    [InlineData("localhost", "/data%2Fa", "data", null, "a")]
    [InlineData("data.localhost", "/a/b", "data", null, "a/b")]
    [InlineData("my.data.s3.localhost", "/a", "my.data", null, "a")]
    [InlineData("data.s3.us-east-1.amazonaws.com", "/../a", "data", null, "../a")]
    [InlineData("s3.us-east-1.amazonaws.com", "/data/a", "data", null, "a")]
    [InlineData("shr-1-a1-111122223333.localhost", "/a", "shr-1-a1-111122223333", null, "a")]
    [InlineData("shr-1-a1-111122223333.s3-accesspoint.us-east-1.amazonaws.com", "/a", "", "shr-1-a1", "a")]
    [InlineData("localhost", "/arn%3Aaws%3As3%3Aus-east-1%3A111122223333%3Aaccesspoint%2Fshr-1-a1/a/b", "", "shr-1-a1", "a/b")]
    [InlineData("localhost", "/arn:aws:s3:us-east-1:111122223333:accesspoint/shr-1-a1/a/b", "", "shr-1-a1", "a/b")]
    public void Host_and_path_name_a_bucket_or_an_access_point_and_a_key(string host, string path, string bucket, string? accessPoint, string key) =>
        Assert.Equal(new S3Address(bucket, accessPoint, key), S3Address.Of(host, RequestTarget.Parse(path)));

    [Fact]
    public void A_path_that_is_not_UTF8_names_nothing() => Assert.Null(S3Address.Of("localhost", RequestTarget.Parse("/data/%ff")));
}
