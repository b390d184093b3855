using System.Globalization;

namespace Shares.Bench.ColdStart;

/// <summary>What Linux knows of a running process.</summary>
internal static class ProcessFigures
{
    /// <summary>Linux counts CPU time in hundredths of a second on every architecture that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public static double ResidentMegabytes(int process) => Megabytes(process, "VmRSS:");

    /// <summary>The most that was resident at once since the start.</summary>
    public static double PeakMegabytes(int process) => Megabytes(process, "VmHWM:");

    public static double CpuSeconds(int process)
    {
        // The name, in parentheses, may hold spaces: fields are counted after it.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static double Megabytes(int process, string name) =>
        double.Parse(Line($"/proc/{process}/status", name).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    private static string Line(string file, string start) => File.ReadLines(file).First(line => line.StartsWith(start, StringComparison.Ordinal));
}
