using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shares.SystemTests.Portal.Support;

/// <summary>WCAG 2.2 AA, as far as axe can tell.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task HasNoViolationAsync(this IPage page, string what)
    {
        var result = await page.RunAxe(Rules);
        var found = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Help}): {node.Html}"));
        Assert.True(result.Violations.Length == 0, $"{what}:\n{string.Join('\n', found)}");
    }

    /// <summary>Nothing needs to be scrolled sideways but what scrolls by itself.</summary>
    public static async Task FitsItsWindowAsync(this IPage page)
    {
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"The page is {excess} px wider than its window.");
    }
}
