using System.Diagnostics;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Readme;

/// <summary>Pastes the README's commands into a shell, beside the projects that they speak of.</summary>
public sealed class WalkThroughTests(LocalCloud cloud)
{
    [Fact]
    public async Task The_commands_of_the_README_do_what_it_says_they_do()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        var said = await BashAsync(Commands(), world);

        Assert.Equal(2, Count(said, "\"errorCode\":\"SHARE_IS_ANALYZE_ONLY\""));
        Assert.Equal(2, Count(said, "@read1\nACGT\n+\nFFFF\n"));
        Assert.Equal(2, Count(said, "<Code>AccessDenied</Code>"));
        Assert.Equal(1, Count(said, "<Code>NoSuchAccessPoint</Code>"));
        Assert.EndsWith("\"errors\":[]}\n", said, StringComparison.Ordinal);
        Assert.Equal(1, Count(said, "\"errorCode\":\"NOT_FOUND\""));
    }

    private static string Commands()
    {
        var chapter = File.ReadAllText(Repository.Path("README.md")).Split("\n## ").Single(c => c.StartsWith("The main job", StringComparison.Ordinal));
        return string.Join('\n', chapter.Split("```bash\n").Skip(1).Select(block => block.Split("```")[0]));
    }

    /// <summary>The same commands on this run's ports, and with this test's projects in place of the demo's, which others share names with.</summary>
    private async Task<string> BashAsync(string commands, World world)
    {
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

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
