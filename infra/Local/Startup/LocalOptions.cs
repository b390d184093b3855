using System.Globalization;

namespace Shares.Local.Startup;

/// <summary>What the command line asks for.</summary>
/// <param name="DataFolder">Absolute; <see langword="null"/> keeps everything in memory and in a folder that goes away.</param>
/// <param name="SeedsDemoData">Projects, people, datasets and shares to begin with.</param>
/// <param name="RunsNative">The published Native AOT programs instead of the JIT build.</param>
/// <param name="IsVerbose">What functions print goes to the console too.</param>
public sealed record LocalOptions(string? DataFolder, bool SeedsDemoData, LocalPorts Ports, bool RunsNative, bool IsVerbose)
{
    /// <summary>Decides which events of the trail come late, twice or out of order.</summary>
    public int TrailSeed { get; init; } = 1;

    public const string Usage = """
        bash infra/run.sh                 demo data, everything in memory
          --data DIR                      keeps data between runs
          --seed none                     empty
          --port-base N                   moves all ports (default 8000; 1024..64000)
          --trail-seed N                  which events of the trail come late, twice or out of order (default 1)
          --aot                           runs the Native AOT programs
          --verbose                       shows what the functions print
        """;

    /// <exception cref="StartupException">An argument is not understood.</exception>
    public static LocalOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LocalOptions(null, SeedsDemoData: true, new LocalPorts(LocalPorts.DefaultBase), RunsNative: false, IsVerbose: false);
        for (var index = 0; index < arguments.Count; index++)
        {
            var name = arguments[index];
            options = name switch
            {
                "--data" => options with { DataFolder = Path.GetFullPath(Value()) },
                "--seed" => options with { SeedsDemoData = Value() == "none" ? false : throw new StartupException("--seed takes only: none") },
                "--port-base" => options with { Ports = LocalPorts.Parse(Value()) },
                "--trail-seed" => options with
                {
                    TrailSeed = int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw new StartupException("--trail-seed takes a number"),
                },
                "--aot" => options with { RunsNative = true },
                "--verbose" => options with { IsVerbose = true },
                _ => throw new StartupException($"{name} is not known.\n{Usage}"),
            };

            string Value() => ++index < arguments.Count && arguments[index].Length > 0 ? arguments[index] : throw new StartupException($"{name} needs a value.\n{Usage}");
        }

        return options;
    }
}
