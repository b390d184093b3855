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
        var chapter = (await File.ReadAllTextAsync(Repository.Path("README.md"))).Split("\n## ").Single(c => c.StartsWith("The main job", StringComparison.Ordinal));

        var said = await Commands.RunAsync(Commands.Of(chapter), world);

        Assert.Equal(2, said.Count("\"errorCode\":\"SHARE_IS_ANALYZE_ONLY\""));
        Assert.Equal(2, said.Count("@read1\nACGT\n+\nFFFF\n"));
        Assert.Equal(2, said.Count("<Code>AccessDenied</Code>"));
        Assert.Equal(1, said.Count("<Code>NoSuchAccessPoint</Code>"));
        Assert.EndsWith("\"errors\":[]}\n", said, StringComparison.Ordinal);
        Assert.Equal(1, said.Count("\"errorCode\":\"NOT_FOUND\""));
    }
}
