using System.Text.Json.Serialization;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3Control;

/// <summary>The access points of the account, kept one to a file. Safe for concurrent use.</summary>
public sealed class AccessPointStore
{
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly SortedDictionary<string, AccessPoint> _byName = new(StringComparer.Ordinal);

    public AccessPointStore(string dataFolder)
    {
        _folder = Directory.CreateDirectory(Path.Combine(dataFolder, "access-points")).FullName;
        foreach (var path in Directory.EnumerateFiles(_folder, "*.json"))
        {
            var accessPoint = JsonFile.Read(path, AccessPointJson.Default.AccessPoint);
            _byName[accessPoint.Name] = accessPoint;
        }
    }

    /// <returns>False when the name is taken.</returns>
    public bool Add(AccessPoint accessPoint)
    {
        lock (_gate)
        {
            if (_byName.ContainsKey(accessPoint.Name)) return false;
            Write(accessPoint);
            return true;
        }
    }

    public AccessPoint? Find(string name)
    {
        lock (_gate) return _byName.GetValueOrDefault(name);
    }

    public AccessPoint? FindByAlias(string alias)
    {
        lock (_gate) return _byName.Values.FirstOrDefault(accessPoint => accessPoint.Alias == alias);
    }

    /// <returns>All of them by name, or those of one bucket.</returns>
    public IReadOnlyList<AccessPoint> List(string? bucket)
    {
        lock (_gate) return [.. _byName.Values.Where(accessPoint => bucket is null || accessPoint.Bucket == bucket)];
    }

    /// <returns>False when there is no such access point.</returns>
    public bool SetPolicy(string name, string? policy)
    {
        lock (_gate)
        {
            if (!_byName.TryGetValue(name, out var accessPoint)) return false;
            Write(accessPoint with { Policy = policy });
            return true;
        }
    }

    /// <returns>False when there is no such access point.</returns>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            if (!_byName.Remove(name)) return false;
            File.Delete(PathOf(name));
            return true;
        }
    }

    private void Write(AccessPoint accessPoint)
    {
        JsonFile.Write(PathOf(accessPoint.Name), accessPoint, AccessPointJson.Default.AccessPoint);
        _byName[accessPoint.Name] = accessPoint;
    }

    private string PathOf(string name) => Path.Combine(_folder, $"{name}.json");
}

[JsonSerializable(typeof(AccessPoint))]
internal sealed partial class AccessPointJson : JsonSerializerContext;
