using System.Text.Json.Serialization;

namespace Shares.Bench.Presigning;

/// <summary>What every client signs: one page of a dataset's files, through the alias of an access point, with a session.</summary>
internal sealed record PresignWork(
    string Region, string Bucket, string AccessKeyId, string SecretAccessKey, string SessionToken, int ExpiresIn, IReadOnlyList<string> Keys)
{
    /// <summary>Of a session with the tags of a download, as STS makes it.</summary>
    private const int TokenBytes = 900;

    public static PresignWork Create() => new(
        "us-east-1",
        "shr-0190a1b2c3d47e5f8-ab12cd34ef56gh78ij90kl12mn34use1a-s3alias",
        "ASIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        Token(),
        900,
        [.. Enumerable.Range(0, 2000).Select(i => $"datasets/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/data/Sample {i % 40:00}+ctrl/L{i % 8:000}/reads_{i:000000}.fastq.gz")]);

    private static string Token()
    {
        var bytes = new byte[TokenBytes];
        new Random(1).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}

/// <param name="Version">Of the client.</param>
/// <param name="Seconds">CPU time of the process for each pass over all keys, so that other programs on the machine count little.</param>
/// <param name="Example">The first URL.</param>
internal sealed record PresignResult(string Version, IReadOnlyList<double> Seconds, string Example);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PresignWork))]
[JsonSerializable(typeof(PresignResult))]
internal sealed partial class PresignJson : JsonSerializerContext;
