using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shares.Bench.Trail;

/// <param name="Seconds">CPU time of the process for each pass.</param>
internal sealed record PythonResult(string Version, IReadOnlyList<double> Seconds, TrailTotals Totals);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PythonResult))]
internal sealed partial class PythonJson : JsonSerializerContext;

internal static class PythonReader
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests/Shares.Bench/Trail/trail.py");

    /// <returns>The result, or in one line why there is none.</returns>
    public static async Task<(PythonResult? Result, string? Missing)> RunAsync(TrailBatch work)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", [Script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(work.Data);
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? (JsonSerializer.Deserialize(output, PythonJson.Default.PythonResult), null)
                : (null, (await errors).TrimEnd().Split('\n')[^1]);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, e.Message);
        }
    }
}
