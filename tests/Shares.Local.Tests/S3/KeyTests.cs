using System.Text;
using Amazon.S3.Model;
using CsCheck;
using Shares.Local.S3.Storage;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public sealed class KeyTests(LocalAwsHost aws) : IClassFixture<LocalAwsHost>
{
    [Theory]
    [InlineData("../../../../tmp/escaped")]
    [InlineData("a/../b")]
    [InlineData("a//b/")]
    [InlineData("%2e%2e/%00")]
    [InlineData("q?x=1&y#z+ ;:@")]
    [InlineData("日本語/😀")]
    public async Task Any_key_is_an_object_of_its_own_and_never_a_path(string key)
    {
        using var s3 = aws.S3(aws.Admin);
        var bucket = aws.NewBucket();
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket.Info.Name, Key = key, ContentBody = "x" });
        Assert.Equal(key, bucket.Page("", isInclusive: true, 10).Single().Key);
        Assert.False(File.Exists("/tmp/escaped"));
    }

    [Fact]
    public async Task A_key_of_over_1024_bytes_is_refused()
    {
        using var s3 = aws.S3(aws.Admin);
        var bucket = aws.NewBucket().Info.Name;
        Task<string> Put(string key) => Refusal.CodeOf(() =>
            s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "" }));
        Assert.Equal("OK", await Put(new string('é', 512)));
        Assert.Equal("KeyTooLongError", await Put(new string('é', 513)));
    }

    [Fact]
    public void Keys_are_in_the_order_of_their_UTF8_bytes() =>
        Gen.Select(Gen.String[Gen.Char['\u0000', '\ud7ff'], 0, 6], Gen.String[Gen.Char['\ue000', '\uffff'], 0, 3], Gen.Int[0x10000, 0x10ffff])
            .Select((low, high, rune) => (string[])[low, high, char.ConvertFromUtf32(rune), low + high, high + char.ConvertFromUtf32(rune)])
            .Sample(keys => Assert.Equal(
                keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal),
                keys.Order(KeyOrder.Instance)));
}
