using System.Text.RegularExpressions;

namespace Shares.Core.Tests.Egress.Costs;

/// <summary>Money and what it is computed from are never floating point: no such type, no literal of one, and no function that answers one.</summary>
public sealed partial class ExactMoneyTests
{
    [Theory]
    [InlineData("functions/Shares.Core/Egress")]
    [InlineData("functions/Shares.Billing")]
    [InlineData("functions/Shares.Data/Egress")]
    [InlineData("functions/Shares.Aws/Bills")]
    [InlineData("functions/Shares.Api/ListEgress")]
    public void No_code_that_handles_money_knows_floating_point(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(PriceListTests.Folder(), "../..", folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Where(HasFloatingPoint).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));
    }

    [Theory]
    [InlineData("var rate = (double)bytes;")]
    [InlineData("float share;")]
    [InlineData("used * 0.8")]
    [InlineData("Math.Pow(10, scale)")]
    [InlineData("Convert.ToDouble(text)")]
    [InlineData("value.GetDouble()")]
    public void What_the_other_test_looks_for_is_found(string line) => Assert.True(HasFloatingPoint(line));

    private static bool HasFloatingPoint(string line) => FloatingPoint().IsMatch(Comment().Replace(line, ""));

    [GeneratedRegex(@"\b(double|float|Double|Single|Half)\b(?!\()|Math\.(Pow|Sqrt|Log|Exp)|(To|Get)(Double|Single)\b|(?<![:\w.""-])\d+\.\d+(?![\d.mM])")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();
}
