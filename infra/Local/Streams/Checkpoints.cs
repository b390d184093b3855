using System.Text.Json;

namespace Shares.Local.Streams;

/// <summary>How far each shard was delivered; kept in a file when data is kept. Safe for concurrent use.</summary>
/// <param name="file"><see langword="null"/> keeps it in memory.</param>
public sealed class Checkpoints(string? file)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _delivered = Load(file);

    /// <returns>Sequence number of the last record that is settled, or <see langword="null"/>.</returns>
    public string? Find(string shard)
    {
        lock (_gate) return _delivered.GetValueOrDefault(shard);
    }

    public void Set(string shard, string sequenceNumber)
    {
        lock (_gate)
        {
            _delivered[shard] = sequenceNumber;
            if (file is null) return;
            File.WriteAllText(file + ".new", JsonSerializer.Serialize(_delivered));
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    private static Dictionary<string, string> Load(string? file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [] : [];
}
