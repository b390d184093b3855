using System.Collections.Concurrent;

namespace Shares.Local.S3.Storage;

/// <summary>Buckets and objects on disk, without any authorisation: the S3 endpoint and the demo data's seeding stand before it.</summary>
public sealed class S3Store
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly TimeProvider _time;

    public S3Store(string dataFolder, TimeProvider time)
    {
        _time = time;
        _folder = Directory.CreateDirectory(Path.Combine(dataFolder, "buckets")).FullName;
        Blobs = new BlobFolder(Path.Combine(dataFolder, "blobs"), time);
        foreach (var folder in Directory.EnumerateDirectories(_folder)) _buckets[Path.GetFileName(folder)] = Bucket.Load(folder);
        Blobs.DeleteAllBut(_buckets.Values.SelectMany(bucket => bucket.Blobs()).ToHashSet());
    }

    public BlobFolder Blobs { get; }

    public IEnumerable<Bucket> Buckets => _buckets.Values.OrderBy(bucket => bucket.Info.Name, StringComparer.Ordinal);

    public Bucket? Find(string name) => _buckets.GetValueOrDefault(name);

    /// <summary>Makes the bucket, or returns the one that is there.</summary>
    /// <param name="name">A valid bucket name (<see cref="BucketName"/>).</param>
    public Bucket Create(string name)
    {
        if (!BucketName.IsValid(name)) throw new ArgumentException($"'{name}' is not a bucket name.", nameof(name));
        return _buckets.GetOrAdd(name, _ => Bucket.Create(
            Path.Combine(_folder, name), new BucketInfo(name, _time.GetUtcNow(), null, new Dictionary<string, string>())));
    }

    public void Delete(Bucket bucket)
    {
        if (_buckets.TryRemove(bucket.Info.Name, out _)) Directory.Delete(Path.Combine(_folder, bucket.Info.Name), recursive: true);
    }

    /// <summary>Puts bytes in place quickly, for demo data. The bucket must be there.</summary>
    public async Task<StoredObject> PutAsync(
        string bucket, string key, Stream content, string contentType = ObjectAttributes.DefaultContentType, CancellationToken cancellationToken = default)
    {
        var target = Find(bucket) ?? throw new ArgumentException($"There is no bucket '{bucket}'.", nameof(bucket));
        var blob = await Blobs.ReceiveAsync(content, observe: null, cancellationToken);
        var stored = new StoredObject(key, blob.Name, blob.Size, blob.ETag, _time.GetUtcNow(),
            ObjectAttributes.None with { ContentType = contentType }, new Dictionary<string, string>());
        Put(target, stored, _ => true);
        return stored;
    }

    /// <summary>Puts an object whose bytes are in <see cref="Blobs"/>; the blob that loses its object, old or new, is removed.</summary>
    public bool Put(Bucket bucket, StoredObject stored, Func<StoredObject?, bool> condition)
    {
        var (written, previous) = bucket.Put(stored, condition);
        if (!written) Blobs.Delete(stored.Blob);
        else if (previous is not null) Blobs.Delete(previous.Blob);
        return written;
    }

    public void Remove(Bucket bucket, string key)
    {
        if (bucket.Remove(key) is { } removed) Blobs.Delete(removed.Blob);
    }
}
