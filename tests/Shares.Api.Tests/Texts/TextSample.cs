namespace Shares.Api.Tests.Texts;

/// <summary>A text that people may write, and one value of its own once it is stored.</summary>
/// <param name="Kind">What it tries; in ASCII, for the names of tests.</param>
/// <param name="Given">As somebody writes it.</param>
/// <param name="Stored">As it comes back.</param>
public sealed record TextSample(string Kind, string Given, string Stored)
{
    public TextSample(string kind, string text) : this(kind, text, text) { }

    /// <summary>Short enough for a keyword.</summary>
    public bool IsShort => Stored.EnumerateRunes().Count() <= 60;

    public static readonly IReadOnlyList<TextSample> All =
    [
        .. Scripts(), .. Lookalikes(), .. Invisible(), .. Separators(), .. Trimmed(),
    ];

    public static TextSample Of(string kind) => All.Single(sample => sample.Kind == kind);

    private static IEnumerable<TextSample> Scripts() =>
    [
        new("Latin", "cells"),
        new("Chinese", "细胞 数据"),
        new("Hebrew, right to left", "תאים"),
        new("Arabic with Latin inside, both directions", "خلايا RNA بيانات"),
        new("override of direction", "a\u202eb"),
        new("isolated direction", "\u2067a\u2069"),
        new("Devanagari with conjuncts", "कोशिकाएँ"),
        new("Thai with vowel signs", "เซลล์"),
        new("Hangul syllables", "세포"),
        new("Hangul as jamo", "\u1109\u1166\u1111\u1169"),
        new("many combining marks", "Z\u0351\u036b\u0343\u036a\u0302"),
        new("a combining mark alone", "\u0301"),
        new("emoji", "🧬"),
        new("emoji joined by ZWJ", "👩\u200d👩\u200d👧\u200d👦"),
        new("the same emoji without ZWJ", "👩👩👧👦"),
        new("emoji with a skin tone", "👍🏽"),
        new("emoji without a skin tone", "👍"),
        new("flag of two letters", "🇫🇷"),
        new("keycap", "1\ufe0f\u20e3"),
        new("letters outside the basic plane", "𝒜𝓁𝓅𝒽𝒶"),
        new("private use", "\ue000"),
        new("noncharacters", "\ufffe\uffff"),
        new("the last code point", "\U0010ffff"),
        new("the replacement character", "\ufffd"),
        new("120 wide characters", new string('界', 120)),
        new("120 characters outside the basic plane", string.Concat(Enumerable.Repeat("🧬", 120))),
        new("119 characters outside the basic plane", string.Concat(Enumerable.Repeat("🧬", 119))),
        new("120 characters that keys escape", new string('%', 120)),
    ];

    /// <summary>None of these is another one, though they look alike, or are alike without regard to case, width or composition.</summary>
    private static IEnumerable<TextSample> Lookalikes() =>
    [
        new("composed e acute (NFC)", "\u00e9"),
        new("decomposed e acute (NFD)", "e\u0301"),
        new("e without accent", "e"),
        new("composed A ring", "\u00c5"),
        new("decomposed A ring", "A\u030a"),
        new("sign for angstrom", "\u212b"),
        new("upper case", "T-CELLS"),
        new("lower case", "t-cells"),
        new("mixed case", "T-cells"),
        new("Kelvin sign", "\u212a"),
        new("letter K", "K"),
        new("dotted capital i", "\u0130"),
        new("dotless i", "\u0131"),
        new("capital I", "I"),
        new("small i", "i"),
        new("sharp s", "stra\u00dfe"),
        new("double s", "strasse"),
        new("long s", "\u017ftrasse"),
        new("fullwidth", "\uff54"),
        new("halfwidth", "t"),
        new("ligature", "\ufb01n"),
        new("its letters", "fin"),
        new("Cyrillic a", "\u0430"),
        new("Latin a", "a"),
        new("superscript two", "CO\u00b2"),
        new("digit two", "CO2"),
        new("one space inside", "B cells"),
        new("two spaces inside", "B  cells"),
        new("space that does not break inside", "B\u00a0cells"),
    ];

    /// <summary>Empty to the eye.</summary>
    private static IEnumerable<TextSample> Invisible() =>
    [
        new("zero width space", "\u200b"),
        new("two zero width spaces", "\u200b\u200b"),
        new("zero width joiner", "\u200d"),
        new("word joiner", "\u2060"),
        new("byte order mark", "\ufeff"),
        new("soft hyphen", "\u00ad"),
        new("Hangul filler", "\u3164"),
        new("blank of braille", "\u2800"),
        new("zero width space inside", "ce\u200blls"),
    ];

    /// <summary>What keys, paths, queries, policies and programs are made of.</summary>
    private static IEnumerable<TextSample> Separators() =>
    [
        .. new[]
        {
            "#", "##", "#a", "a#", "a#b", "%", "%%", "%23", "%2523", "%25", "a%23b", "%2", "%zz", "%00", "+", "a+b", "a%20b", "a&b=c", "?", "*", "~", "$",
            "TAG", "TAG#", "TAG#a", "a#TAG#b", "ALL", "#ALL", "META", "FACET#TAG#a", "DATASET#", "DATASET#0197a000-0000-7000-8000-00000000000b",
            "PROJECT#0197a000-0000-7000-8000-00000000000b#ALL", "PROJECT#0197a000-0000-7000-8000-00000000000b#TAG#a", "SHARE#0197a000-0000-7000-8000-00000000000b",
            "MEMBER#owner", "KEYWORD#a", "PUBLISHED#a", "0197a000-0000-7000-8000-00000000000b", "/", "//", ".", "..", "../a", "\\", "\\u0041", "\"", "'", "`", ",", ";", ":",
            "{}", "[]", "{\"value\":\"a\"}", "${aws:username}", "#Name", ":name", "null", "undefined", "true", "0", "-1", "<script>alert(1)</script>", "' OR 1=1 --",
        }.Select(text => new TextSample($"separators: {text}", text)),
    ];

    private static IEnumerable<TextSample> Trimmed() =>
    [
        new("spaces around", "  trimmed 1 ", "trimmed 1"),
        new("spaces that do not break around", "\u00a0trimmed 2\u00a0", "trimmed 2"),
        new("ideographic spaces around", "\u3000trimmed 3\u3000", "trimmed 3"),
        new("em spaces around", "\u2003trimmed 4\u2003\u2003", "trimmed 4"),
        new("tab and line break around", "\ttrimmed 5\r\n", "trimmed 5"),
        new("separators of lines and paragraphs around", "\u2028trimmed 6\u2029", "trimmed 6"),
        new("next line around", "\u0085trimmed 7\u0085", "trimmed 7"),
    ];
}
