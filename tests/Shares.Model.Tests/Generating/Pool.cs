using CsCheck;

namespace Shares.Model.Tests.Generating;

/// <summary>Texts to draw from: few, so that things meet; among them such as imitate separators of keys, and of many scripts.</summary>
internal static class Pool
{
    public static readonly string[] Tags = ["t-cells", "TAG#t-cells", "a%23b", "日本 語", "😀", "T-cells"];
    public static readonly string[] Types = ["rnaseq", "wgs#1", "TYPE"];
    public static readonly string[] Keywords = ["rna", "RNA", "Ünï", "k#y"];
    public static readonly string[] Names = ["Alpha", "alpha 2", "Béta", "gamma#", " padded ", "Ωmega"];
    public static readonly string[] People = ["ann", "bea", "col", "cod", "bob", "ben", "cem", "eve"];
    public static readonly string[] Files = ["reads.fastq", "b/c d.csv"];

    public static readonly Gen<string> Tag = Gen.OneOf(Tags);
    public static readonly Gen<string> Type = Gen.OneOf(Types);
    public static readonly Gen<string> Keyword = Gen.OneOf(Keywords);
    public static readonly Gen<string> Person = Gen.OneOf(People);

    /// <summary>Now and then one that is none: missing, empty, too long, with a control character.</summary>
    public static readonly Gen<string?> Name = Rarely(Gen.OneOf<string?>(Names), null, "", " ", new string('n', 121), "a\u0007b");
    public static readonly Gen<string?> Description = Rarely(Gen.OneOf<string?>("", "For analyses of T CELLS", "two\nlines"), null, new string('d', 4001));

    public static Gen<T> Rarely<T>(Gen<T> mostly, params T[] others) => Gen.Frequency((30, mostly), (1, Gen.OneOf(others)));

    public static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.Frequency((1, Gen.Const((T?)null)), (1, gen.Select(value => (T?)value)));

    public static Gen<string?> MaybeText(Gen<string> gen) => Gen.Frequency((2, Gen.Const((string?)null)), (1, gen.Select(value => (string?)value)));
}
