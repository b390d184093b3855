namespace Shares.Core.Tests;

public sealed class TextRuleTests
{
    public static TheoryData<string, string?, string?> Names => new()
    {
        { "is trimmed", "  RNA-seq\u00a0 ", "RNA-seq" },
        { "keeps inner spaces", "a  b", "a  b" },
        { "may be any script", "ゲノム データ", "ゲノム データ" },
        { "may be 120 characters outside the basic plane", Repeat("🧬", 120), Repeat("🧬", 120) },
        { "may not be 121 characters", new string('a', 121), null },
        { "may not be empty", "   ", null },
        { "may not be missing", null, null },
        { "may not hold a line break", "a\nb", null },
        { "may not hold NUL", "a\0b", null },
        { "may not hold a C1 control", "a\u0085b", null },
        { "may not hold half a surrogate pair", "a\ud83db", null },
        { "is not folded or composed", "e\u0301", "e\u0301" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name(string rule, string? text, string? expected) =>
        Assert.True(expected == TextRule.Name.Normalize(text), $"A name {rule}");

    [Fact]
    public void A_description_may_have_several_lines_and_may_be_empty()
    {
        Assert.Equal("a\n\tb", TextRule.Description.Normalize("a\n\tb\n"));
        Assert.Equal("", TextRule.Description.Normalize(" "));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
