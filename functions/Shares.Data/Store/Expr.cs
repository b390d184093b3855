using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;

namespace Shares.Data.Store;

/// <summary>
/// A condition or an update in DynamoDB's language. Every attribute is written <c>#Name</c>, because many names are reserved words,
/// and every value <c>:name</c>; the names are found in the text, the values come with it.
/// </summary>
public sealed partial record Expr(string Text, Item Values)
{
    /// <summary>No such item.</summary>
    public static readonly Expr Absent = new($"attribute_not_exists(#{Key.PartitionName})", []);

    /// <summary>Some such item.</summary>
    public static readonly Expr Present = new($"attribute_exists(#{Key.PartitionName})", []);

    public static Expr VersionIs(long version) => new("#Version = :version", new Item().With(":version", version));

    /// <summary>What the request needs to know of both expressions' attributes; null when they name none.</summary>
    public static Dictionary<string, string>? NamesOf(params ReadOnlySpan<Expr?> expressions)
    {
        var names = new Dictionary<string, string>();
        foreach (var expression in expressions)
        {
            foreach (Match match in NamePattern().Matches(expression?.Text ?? "")) names[match.Value] = match.Value[1..];
        }

        return names.Count == 0 ? null : names;
    }

    public static Item? ValuesOf(params ReadOnlySpan<Expr?> expressions)
    {
        var values = new Item();
        foreach (var expression in expressions)
        {
            foreach (var (name, value) in expression?.Values ?? []) values[name] = value;
        }

        return values.Count == 0 ? null : values;
    }

    /// <summary>
    /// Makes the named attributes those of the item: sets what it has, removes what it has not. Others stay as they are.
    /// </summary>
    public static Expr Replace(IReadOnlyList<string> names, Item item, string alsoSet = "")
    {
        ArgumentNullException.ThrowIfNull(item);
        var (set, removed) = (names.Where(item.ContainsKey).ToList(), names.Where(name => !item.ContainsKey(name)).ToList());
        var sets = set.Select(name => $"#{name} = :{name}").Append(alsoSet).Where(part => part.Length > 0);
        var removes = removed.Count == 0 ? "" : $" REMOVE {string.Join(", ", removed.Select(name => $"#{name}"))}";
        return new($"SET {string.Join(", ", sets)}{removes}", set.ToDictionary(name => $":{name}", name => item[name]));
    }

    public Expr And(string condition, string name, AttributeValue value) =>
        new($"{Text} AND {condition}", new Item(Values) { [name] = value });

    public Expr Where(string name, AttributeValue value) => this with { Values = new Item(Values) { [name] = value } };

    [GeneratedRegex("#[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
