using System.Globalization;
using System.IO.Compression;
using System.Text;
using Shares.Local.Identity;
using Shares.Local.S3.Storage;

namespace Shares.Local.Trail;

/// <summary>Puts events into the trail's bucket, as files under the day on which they are written.</summary>
public sealed class TrailFiles(S3Store store, string bucket)
{
    public async Task WriteAsync(IReadOnlyCollection<TrailEntry> entries, DateTimeOffset now)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', entries.Select(entry => entry.Record))}}]}"""));
        packed.Position = 0;
        await store.PutAsync(bucket, KeyFor(now), packed, "application/x-gzip");
    }

    private static string KeyFor(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture,
        $"AWSLogs/{LocalAccount.Id}/CloudTrail/{LocalAccount.Region}/{now:yyyy/MM/dd}/{LocalAccount.Id}_CloudTrail_{LocalAccount.Region}_{now:yyyyMMdd'T'HHmm'Z'}_{Guid.CreateVersion7(now).ToString("N")[^16..]}.json.gz");
}
