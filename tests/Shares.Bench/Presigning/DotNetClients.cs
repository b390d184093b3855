using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;
using S3Location = Shares.Aws.Objects.S3Location;

namespace Shares.Bench.Presigning;

/// <summary>The two signers that run in this program.</summary>
internal static class DotNetClients
{
    private const int Passes = 11;

    public static PresignResult Ours(PresignWork work)
    {
        var session = new VendedCredentials(work.AccessKeyId, work.SecretAccessKey, work.SessionToken, DateTimeOffset.MaxValue);
        return Measure("", work, keys =>
        {
            // As the function does for every page.
            var presigner = new Presigner(
                new S3Location(work.Region), work.Bucket, session, TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(work.ExpiresIn));
            var last = "";
            foreach (var key in keys) last = presigner.Sign(key);
            return last;
        });
    }

    public static PresignResult Sdk(PresignWork work)
    {
        var session = new SessionAWSCredentials(work.AccessKeyId, work.SecretAccessKey, work.SessionToken);
        using var s3 = S3Client.Create(new S3Location(work.Region), session);
        return Measure(typeof(AmazonS3Client).Assembly.GetName().Version!.ToString(), work, keys =>
        {
            var last = "";
            foreach (var key in keys)
            {
                last = s3.GetPreSignedURL(new GetPreSignedUrlRequest
                {
                    BucketName = work.Bucket,
                    Key = key,
                    Verb = HttpVerb.GET,
                    Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(work.ExpiresIn),
                });
            }

            return last;
        });
    }

    private static PresignResult Measure(string version, PresignWork work, Func<IReadOnlyList<string>, string> pass)
    {
        // Until the JIT has compiled what is hot for good.
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(3)) pass(work.Keys);
        var seconds = new double[Passes];
        for (var i = 0; i < Passes; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            pass(work.Keys);
            seconds[i] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        return new(version, seconds, pass([work.Keys[0]]));
    }
}
