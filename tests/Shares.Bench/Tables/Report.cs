using Spectre.Console;

namespace Shares.Bench.Tables;

/// <summary>Tables as they stand in docs/measurements.md: plain lines of any width.</summary>
internal static class Report
{
    public static Table NewTable(params string[] columns) => new Table().AddColumns(columns).MarkdownBorder();

    public static void Print(Table table)
    {
        AnsiConsole.Profile.Width = 400;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        AnsiConsole.Write(table);
    }
}
