using System.Collections.Frozen;
using System.Text.Json;

namespace Shares.Core;

/// <summary>
/// The spelling of an enumeration's values in the API and in storage: upper case with underscores, so that
/// <c>CreatedBy</c> is CREATED_BY.
/// </summary>
public static class ContractName
{
    public static string Of<T>(T value) where T : struct, Enum => Cache<T>.Names[value];

    /// <summary>Case-sensitive; numbers and unknown names are refused.</summary>
    public static bool TryParse<T>(string? name, out T value) where T : struct, Enum
    {
        value = default;
        return name is not null && Cache<T>.Values.TryGetValue(name, out value);
    }

    /// <exception cref="FormatException">The name is none of the enumeration's.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        TryParse<T>(name, out var value) ? value : throw new FormatException($"Not a {typeof(T).Name}: {name}");

    public static IEnumerable<string> All<T>() where T : struct, Enum => Cache<T>.Values.Keys.Order(StringComparer.Ordinal);

    private static class Cache<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
            .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
