using System.Diagnostics;
using System.Text.Json;

namespace Shares.Bench.Presigning;

/// <summary>A script of another language that takes the work on its input and prints the result as its last line.</summary>
internal sealed record ForeignClient(string Name, string Program, string Script)
{
    public static readonly ForeignClient Boto3 =
        new("boto3", "python3", Path.Combine(Repository.Root, "tests/Shares.Bench/Presigning/presign.py"));

    public static readonly ForeignClient JavaScript =
        new("AWS SDK for JavaScript", "node", Path.Combine(Repository.Root, "tests/Shares.System.Tests/Clients/javascript/presign.js"));

    /// <returns>The result, or in one line why there is none.</returns>
    public async Task<(PresignResult? Result, string? Missing)> RunAsync(PresignWork work)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, [Script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(work, PresignJson.Default.PresignWork));
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) return (null, LastLine(await errors));
            return (JsonSerializer.Deserialize(LastLine(output), PresignJson.Default.PresignResult), null);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, e.Message);
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
