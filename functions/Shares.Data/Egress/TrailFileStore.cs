using Amazon.DynamoDBv2.Model;
using Shares.Data.Items;
using Shares.Data.Store;

namespace Shares.Data.Egress;

/// <summary>Which files of the trail were read, so that none is read twice. Reading one again would change nothing.</summary>
public sealed class TrailFileStore(Table table, TimeProvider time)
{
    /// <summary>Names of the files of a day that were read to their end.</summary>
    public async Task<IReadOnlySet<string>> ReadAsync(DateOnly day, CancellationToken ct) =>
        await table.QueryAsync(TrailFileItem.Partition(day), null, null, null, ct).Select(TrailFileItem.NameOf).ToHashSetAsync(StringComparer.Ordinal, ct);

    public Task MarkAsync(DateOnly day, string name, CancellationToken ct) => table.PutManyAsync([TrailFileItem.ToItem(day, name, time.GetUtcNow())], ct);

    /// <summary>All files that there were of this day and of those before it, as far as they are looked at, are read.</summary>
    public Task ReadUntilAsync(DateOnly day, CancellationToken ct)
    {
        AttributeValue text = AttributeWriting.Text(TrailFileItem.DayText(day));
        return table.UpdateIfAsync(
            TrailFileItem.Progress,
            new Expr("SET #Until = :until", new Item().With(":until", text)),
            new Expr($"{Expr.Absent.Text} OR #Until < :until", []),
            ct);
    }

    /// <summary>Null when no day's files were ever read.</summary>
    public async Task<DateOnly?> FindReadUntilAsync(CancellationToken ct) =>
        await table.GetAsync(TrailFileItem.Progress, ct) is { } progress ? TrailFileItem.ReadUntil(progress) : null;
}
