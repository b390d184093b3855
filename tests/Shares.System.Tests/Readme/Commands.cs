using System.Diagnostics;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Readme;

/// <summary>The commands of a page, as somebody who reads it pastes them into a shell.</summary>
internal static class Commands
{
    public static string Of(string text) => string.Join('\n', text.Split("```bash\n").Skip(1).Select(block => block.Split("```")[0]));

    /// <summary>
    /// What they print: on this run's ports, and with this test's projects in place of the demo's, which others share names with. Nothing may be
    /// said on standard error.
    /// </summary>
    public static async Task<string> RunAsync(string commands, World world)
    {
        var cloud = world.Cloud;
        var script = commands
            .Replace("http://localhost:8080", cloud.Gateway.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("http://localhost:8900", cloud.Internet.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("http://localhost:8901", cloud.Vpc.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("x.find(p => p.name == \"sequencing-core\").id", $"\"{world.Publisher}\"", StringComparison.Ordinal)
            .Replace("x.find(p => p.name == \"immunology-lab\").id", $"\"{world.Lab}\"", StringComparison.Ordinal);
        using var bash = Process.Start(new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var output = await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        Assert.Equal("", output[1]);
        return output[0];
    }

    public static int Count(this string text, string part) => text.Split(part).Length - 1;
}
