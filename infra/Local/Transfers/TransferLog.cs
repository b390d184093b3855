using System.Collections.Concurrent;
using System.Globalization;
using Shares.Local.Trail;

namespace Shares.Local.Transfers;

/// <summary>
/// What access points really served, by minute; the bill and the metrics are made of it, and know nothing of the trail. Kept in a file, so
/// that they tell the same after another start. Safe for concurrent use.
/// </summary>
public sealed class TransferLog
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly ConcurrentDictionary<(DateTimeOffset Minute, string Bucket, string AccessPoint, string UsageType), long> _bytes = new();

    public TransferLog(string dataFolder)
    {
        _file = Path.Combine(Directory.CreateDirectory(dataFolder).FullName, "transfers.csv");
        if (!File.Exists(_file)) return;
        foreach (var line in File.ReadLines(_file)) Count(Parse(line));
    }

    public void Add(ObjectRequest request)
    {
        if (request.BytesOut > 0) Add([TransferOf(request)]);
    }

    public static Transfer TransferOf(ObjectRequest request)
    {
        var (origin, minute) = (request.Caller.Origin, DateTimeOffset.FromUnixTimeSeconds(request.Time.ToUnixTimeSeconds() / 60 * 60));
        return new(minute, request.Bucket, request.AccessPoint, UsageTypes.Of(origin.SourceIp, origin.VpcId), request.BytesOut);
    }

    public void Add(IReadOnlyCollection<Transfer> transfers)
    {
        lock (_gate) File.AppendAllLines(_file, transfers.Select(Format));
        foreach (var transfer in transfers) Count(transfer);
    }

    /// <param name="end">Not included.</param>
    public IEnumerable<Transfer> Between(DateTimeOffset start, DateTimeOffset end) =>
        from entry in _bytes
        where entry.Key.Minute >= start && entry.Key.Minute < end
        select new Transfer(entry.Key.Minute, entry.Key.Bucket, entry.Key.AccessPoint, entry.Key.UsageType, entry.Value);

    private void Count(Transfer transfer) => _bytes.AddOrUpdate(
        (transfer.Minute, transfer.Bucket, transfer.AccessPoint, transfer.UsageType), transfer.Bytes, (_, before) => before + transfer.Bytes);

    // None of these names holds a comma.
    private static string Format(Transfer transfer) => string.Create(CultureInfo.InvariantCulture,
        $"{transfer.Minute.ToUnixTimeSeconds()},{transfer.Bucket},{transfer.AccessPoint},{transfer.UsageType},{transfer.Bytes}");

    private static Transfer Parse(string line) => line.Split(',') is [var minute, var bucket, var accessPoint, var usageType, var bytes]
        ? new(DateTimeOffset.FromUnixTimeSeconds(long.Parse(minute, CultureInfo.InvariantCulture)), bucket, accessPoint, usageType, long.Parse(bytes, CultureInfo.InvariantCulture))
        : throw new InvalidDataException($"This is no transfer: {line}");
}
