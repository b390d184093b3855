using System.Globalization;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// A file of the trail that was read to its end: <c>TRAIL#{day}</c>, <c>{name of the file}</c>. Nothing but its key; gone some time after nobody looks
/// at the day any more. And <c>TRAIL</c>, <c>META</c>: how far all files were read.
/// </summary>
public static class TrailFileItem
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public static readonly Key Progress = new("TRAIL", Key.Meta);

    public static string Partition(DateOnly day) => $"TRAIL#{day.ToString("O", CultureInfo.InvariantCulture)}";

    public static Item ToItem(DateOnly day, string name, DateTimeOffset now) =>
        new Key(Partition(day), name).ToItem().With("Expires", (now + Kept).ToUnixTimeSeconds());

    public static string NameOf(Item item) => Key.Of(item).Sort;

    public static string DayText(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly ReadUntil(Item progress) => DateOnly.ParseExact(progress.Text("Until"), "O", CultureInfo.InvariantCulture);
}
