using Amazon.S3.Model;
using Shares.Local.S3Control;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.S3;

public class PersistenceTests
{
    private const string Policy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::lasting/*"}]}""";

    [Fact]
    public async Task Buckets_policies_access_points_and_objects_survive_a_restart_and_bytes_of_nobody_do_not()
    {
        var first = new LocalAwsHost();
        await first.InitializeAsync();
        first.Store.Create("lasting");
        using (var s3 = first.S3(first.Admin))
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "lasting", Key = "../a", ContentBody = "old" });
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "lasting", Key = "../a", ContentBody = "hello" });
            await s3.PutBucketPolicyAsync("lasting", Policy);
            var upload = await s3.InitiateMultipartUploadAsync("lasting", "unfinished");
            await s3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = "lasting", Key = "unfinished", UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream([1]),
            });
        }

        first.Service<AccessPointStore>().Add(new AccessPoint(
            "shr-1-a1", "lasting", "shr-1-a1-x-s3alias", LocalAwsHost.VpcId, AccessPoint.PublicAccessSettings, first.Time.GetUtcNow(), Policy));

        await using var second = await first.RestartAsync();
        var bucket = second.Store.Find("lasting")!;
        using var reader = new StreamReader(second.Store.Blobs.Open(bucket.Find("../a")!.Blob));
        Assert.Equal("hello", await reader.ReadToEndAsync());
        Assert.Equal(Policy, bucket.Info.Policy);
        var accessPoint = second.Service<AccessPointStore>().FindByAlias("shr-1-a1-x-s3alias")!;
        Assert.Equal((LocalAwsHost.VpcId, Policy), (accessPoint.VpcId, accessPoint.Policy));
        Assert.Single(Directory.GetFiles(Path.Combine(second.Folder, "blobs")));
    }
}
