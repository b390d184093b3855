using System.Globalization;

namespace Shares.Bench.ColdStart;

/// <summary>What Linux knows of a running process.</summary>
internal static class ProcessFigures
{
    /// <summary>Linux counts CPU time in hundredths of a second on every architecture that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public static double ResidentMegabytes(int process) =>
        double.Parse(Line($"/proc/{process}/status", "VmRSS:").Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    public static double CpuSeconds(int process)
    {
        // The name, in parentheses, may hold spaces: fields are counted after it.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static string Line(string file, string start) => File.ReadLines(file).First(line => line.StartsWith(start, StringComparison.Ordinal));
}
