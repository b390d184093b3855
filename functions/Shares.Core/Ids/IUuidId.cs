namespace Shares.Core.Ids;

/// <summary>An id that is a UUID, written in lower case with hyphens everywhere a person or an API sees it.</summary>
public interface IUuidId<TSelf> where TSelf : struct, IUuidId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Parsing and writing shared by all ids that are UUIDs.</summary>
public static class UuidId
{
    /// <summary>A new id of version 7, so that ids sort by the time they were made.</summary>
    public static T New<T>(TimeProvider time) where T : struct, IUuidId<T>
    {
        ArgumentNullException.ThrowIfNull(time);
        return T.From(Guid.CreateVersion7(time.GetUtcNow()));
    }

    /// <summary>Accepts the canonical form of 36 lower-case characters and nothing else, so that one id has one spelling.</summary>
    public static bool TryParse<T>(string? text, out T id) where T : struct, IUuidId<T>
    {
        var valid = Guid.TryParseExact(text, "D", out var value) && value.ToString("D") == text;
        id = T.From(valid ? value : Guid.Empty);
        return valid;
    }

    /// <exception cref="FormatException">The text is not a canonical UUID; stored values always are.</exception>
    public static T Parse<T>(string text) where T : struct, IUuidId<T> =>
        TryParse<T>(text, out var id) ? id : throw new FormatException("Not a lower-case UUID.");

    /// <summary>32 lower-case hexadecimal digits: the form inside names of access points, buckets and sessions.</summary>
    public static string Hex<T>(this T id) where T : struct, IUuidId<T> => id.Value.ToString("N");

    /// <summary>Reads what <see cref="Hex"/> wrote.</summary>
    public static bool TryParseHex<T>(string? text, out T id) where T : struct, IUuidId<T>
    {
        var valid = Guid.TryParseExact(text, "N", out var value) && value.ToString("N") == text;
        id = T.From(valid ? value : Guid.Empty);
        return valid;
    }
}
