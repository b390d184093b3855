using System.Security.Cryptography;
using System.Text;

namespace Shares.Local.S3.Storage;

/// <summary>A bucket with the index of its objects. Safe for concurrent use; the last write of a key wins.</summary>
public sealed class Bucket
{
    private const string InfoFile = "bucket.json";
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly SortedList<string, StoredObject> _objects = new(KeyOrder.Instance);

    private Bucket(string folder, BucketInfo info)
    {
        _folder = folder;
        Info = info;
    }

    public BucketInfo Info { get; private set; }

    public bool IsEmpty
    {
        get
        {
            lock (_gate) return _objects.Count == 0;
        }
    }

    public static Bucket Create(string folder, BucketInfo info)
    {
        var bucket = new Bucket(folder, info);
        bucket.Update(_ => info);
        return bucket;
    }

    public static Bucket Load(string folder)
    {
        var bucket = new Bucket(folder, JsonFile.Read(Path.Combine(folder, InfoFile), StorageJson.Default.BucketInfo));
        foreach (var path in Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(folder, "objects")).FullName, "*.json"))
        {
            var stored = JsonFile.Read(path, StorageJson.Default.StoredObject);
            bucket._objects[stored.Key] = stored;
        }

        return bucket;
    }

    public void Update(Func<BucketInfo, BucketInfo> change)
    {
        lock (_gate)
        {
            var changed = change(Info);
            JsonFile.Write(Path.Combine(_folder, InfoFile), changed, StorageJson.Default.BucketInfo);
            Info = changed;
        }
    }

    public StoredObject? Find(string key)
    {
        lock (_gate) return _objects.GetValueOrDefault(key);
    }

    /// <param name="condition">Judges what the key holds now; when it returns false nothing is written.</param>
    /// <returns>Whether it was written, and what was there before.</returns>
    public (bool Written, StoredObject? Previous) Put(StoredObject stored, Func<StoredObject?, bool> condition)
    {
        lock (_gate)
        {
            var previous = _objects.GetValueOrDefault(stored.Key);
            if (!condition(previous)) return (false, previous);
            JsonFile.Write(RecordPath(stored.Key), stored, StorageJson.Default.StoredObject);
            _objects[stored.Key] = stored;
            return (true, previous);
        }
    }

    public StoredObject? Remove(string key)
    {
        lock (_gate)
        {
            if (!_objects.Remove(key, out var removed)) return null;
            File.Delete(RecordPath(key));
            return removed;
        }
    }

    /// <summary>Objects in order, beginning with the first key after <paramref name="position"/>, or with that key itself.</summary>
    /// <param name="limit">At most this many.</param>
    public List<StoredObject> Page(string position, bool isInclusive, int limit)
    {
        lock (_gate)
        {
            var page = new List<StoredObject>(Math.Min(limit, _objects.Count));
            for (var i = First(position, isInclusive); i < _objects.Count && page.Count < limit; i++) page.Add(_objects.Values[i]);
            return page;
        }
    }

    public List<string> Blobs()
    {
        lock (_gate) return [.. _objects.Values.Select(stored => stored.Blob)];
    }

    private int First(string key, bool isInclusive)
    {
        var (low, high) = (0, _objects.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = KeyOrder.Instance.Compare(_objects.Keys[middle], key);
            if (order < 0 || (order == 0 && !isInclusive)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // A key may hold anything, slashes and dots too; a file's name must not.
    private string RecordPath(string key) =>
        Path.Combine(_folder, "objects", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) + ".json");
}
