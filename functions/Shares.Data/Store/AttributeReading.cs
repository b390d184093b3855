using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core;
using Shares.Core.Ids;

namespace Shares.Data.Store;

/// <summary>Reads what <see cref="AttributeWriting"/> wrote. An attribute that must be there and is not throws.</summary>
public static class AttributeReading
{
    public static string? TextOrNull(this Item item, string name)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.GetValueOrDefault(name)?.S;
    }

    /// <summary>Empty when the attribute is absent.</summary>
    public static string Text(this Item item, string name) => item.TextOrNull(name) ?? "";

    public static long Number(this Item item, string name)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Number(item[name]);
    }

    public static long? NumberOrNull(this Item item, string name)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.TryGetValue(name, out var value) ? Number(value) : null;
    }

    public static bool Flag(this Item item, string name)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item[name].BOOL == true;
    }

    public static DateTimeOffset Time(this Item item, string name) => item.TimeOrNull(name) ?? throw new KeyNotFoundException(name);

    public static DateTimeOffset? TimeOrNull(this Item item, string name) => item.TextOrNull(name) is { } text ? Time(text) : null;

    internal static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, AttributeWriting.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static T Name<T>(this Item item, string name) where T : struct, Enum => ContractName.Parse<T>(item.Text(name));

    public static T Id<T>(this Item item, string name) where T : struct, IUuidId<T> => UuidId.Parse<T>(item.Text(name));

    public static UserId User(this Item item, string name) => UserId.Parse(item.Text(name));

    public static IReadOnlyList<string> Texts(this Item item, string name) => item.List(name, value => value.S);

    public static IReadOnlyList<T> List<T>(this Item item, string name, Func<AttributeValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.TryGetValue(name, out var value) ? [.. value.L.Select(read)] : [];
    }

    public static IEnumerable<T> Set<T>(this Item item, string name) where T : struct, IUuidId<T>
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.TryGetValue(name, out var value) ? value.BS.Select(bytes => T.From(new Guid(bytes.ToArray(), bigEndian: true))) : [];
    }

    private static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
