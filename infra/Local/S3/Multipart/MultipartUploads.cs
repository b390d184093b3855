using System.Collections.Concurrent;
using Shares.Local.S3.Objects;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Multipart;

/// <summary>Uploads in parts that are under way. They do not outlive the host.</summary>
public sealed class MultipartUploads(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, MultipartUpload> _uploads = new(StringComparer.Ordinal);

    public MultipartUpload Begin(string bucket, string key, ObjectAttributes attributes)
    {
        var upload = new MultipartUpload(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), bucket, key, attributes);
        _uploads[upload.Id] = upload;
        return upload;
    }

    /// <summary>Only under the key that it was begun for.</summary>
    public MultipartUpload? Find(string? id, string bucket, string key) =>
        id is not null && _uploads.TryGetValue(id, out var upload) && upload.Bucket == bucket && upload.Key == key ? upload : null;

    /// <returns>False when somebody else ended it first.</returns>
    public bool End(MultipartUpload upload) => _uploads.TryRemove(upload.Id, out _);
}

/// <summary>An upload in parts; parts may arrive at once and again.</summary>
public sealed record MultipartUpload(string Id, string Bucket, string Key, ObjectAttributes Attributes)
{
    public ConcurrentDictionary<int, UploadedPart> Parts { get; } = new();
}

public sealed record UploadedPart(int Number, Upload Content, DateTimeOffset LastModified)
{
    public ReceivedBlob Blob => Content.Blob;
}
