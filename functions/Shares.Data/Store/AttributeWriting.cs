using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core;
using Shares.Core.Ids;

namespace Shares.Data.Store;

/// <summary>Adds attributes to an item. What is null or empty takes no attribute; reading gives it back as null or empty.</summary>
public static class AttributeWriting
{
    /// <summary>Of fixed width and in UTC, so that the order of the texts is the order of the times.</summary>
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Flag(bool value) => new() { BOOL = value };

    public static AttributeValue Name<T>(T value) where T : struct, Enum => Text(ContractName.Of(value));

    public static AttributeValue Time(DateTimeOffset value) => Text(value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    /// <summary>The 16 bytes of a UUID.</summary>
    public static AttributeValue Bytes(Guid value) => new() { B = new MemoryStream(value.ToByteArray(bigEndian: true)) };

    public static Item With(this Item item, string name, AttributeValue? value)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (value is not null) item[name] = value;
        return item;
    }

    public static Item With(this Item item, string name, string? value) => item.With(name, string.IsNullOrEmpty(value) ? null : Text(value));

    public static Item With(this Item item, string name, long? value) => item.With(name, value is { } number ? Number(number) : null);

    public static Item With(this Item item, string name, bool value) => item.With(name, Flag(value));

    public static Item With(this Item item, string name, DateTimeOffset? value) => item.With(name, value is { } time ? Time(time) : null);

    public static Item With<T>(this Item item, string name, T value) where T : struct, Enum => item.With(name, Name(value));

    public static Item With(this Item item, string name, IReadOnlyCollection<string> values) => item.With(name, values, Text);

    public static Item With<T>(this Item item, string name, IReadOnlyCollection<T> values, Func<T, AttributeValue> write)
    {
        ArgumentNullException.ThrowIfNull(values);
        return item.With(name, values.Count == 0 ? null : new AttributeValue { L = [.. values.Select(write)] });
    }

    /// <summary>A set of 16 bytes each: what <c>contains</c> in a condition finds, at less than half the size of texts.</summary>
    public static Item WithSet<T>(this Item item, string name, IReadOnlyCollection<T> ids) where T : struct, IUuidId<T>
    {
        ArgumentNullException.ThrowIfNull(ids);
        return item.With(name, ids.Count == 0 ? null : new AttributeValue { BS = [.. ids.Select(id => Bytes(id.Value).B)] });
    }
}
