using Shares.Core;

namespace Shares.Web.OpenApi;

/// <summary>What JSON Schema says of a value that its type does not say.</summary>
public sealed record Shape
{
    private const string UuidPattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    public static readonly Shape String = new();
    public static readonly Shape Uuid = new() { Format = "uuid", Pattern = UuidPattern };
    public static readonly Shape Time = new() { Format = "date-time" };
    public static readonly Shape Uri = new() { Format = "uri" };

    /// <summary>JSON Schema's <c>type</c> where it does not follow from a type of C#: in parameters.</summary>
    public string Type { get; private init; } = "string";
    public string? Format { get; private init; }
    public string? Pattern { get; private init; }
    public int? MinLength { get; private init; }
    public int? MaxLength { get; private init; }
    public decimal? Minimum { get; private init; }
    public decimal? Maximum { get; private init; }
    public decimal? Above { get; private init; }
    public int? MinItems { get; private init; }
    public int? MaxItems { get; private init; }
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>Of the entries of a list of texts.</summary>
    public Shape? Items { get; private init; }

    /// <summary>The value that is taken when there is none, as JSON.</summary>
    public string? Default { get; private init; }

    public static Shape Text(TextRule rule) => Text(rule.MinLength, rule.MaxLength);

    public static Shape Text(int least, int most) => new() { MinLength = least > 0 ? least : null, MaxLength = most };

    public static Shape Matching(string pattern) => new() { Pattern = pattern };

    public static Shape Integer(decimal least, decimal most) => new() { Type = "integer", Minimum = least, Maximum = most };

    public static Shape AtLeast(decimal least) => new() { Type = "integer", Minimum = least };

    public static Shape Number(decimal least, decimal most) => new() { Type = "number", Minimum = least, Maximum = most };

    public static Shape Over(decimal bound) => new() { Type = "number", Above = bound };

    public static Shape OneOf(params IEnumerable<string> values) => new() { Values = [.. values] };

    public static Shape OneOf<T>(params string[] more) where T : struct, Enum => OneOf([.. ContractName.All<T>(), .. more]);

    /// <summary>A comma-separated list of the values, as in <c>type=PUBLISHER,SUBSCRIBER</c>.</summary>
    public static Shape SomeOf(params IEnumerable<string> values)
    {
        var any = $"({string.Join('|', values)})";
        return Matching($"^{any}(,{any})*$");
    }

    /// <param name="items">Null for lists of objects, whose members have shapes of their own.</param>
    public static Shape List(Shape? items, int? most = null, int? least = null) => new() { Items = items, MaxItems = most, MinItems = least };

    /// <param name="json">Taken when there is no value.</param>
    public Shape Or(string json) => this with { Default = json };
}
