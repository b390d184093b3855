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
        var page = await File.ReadAllTextAsync(Repository.Path("README.md"));

        // The first commands of the page start the system and run these tests.
        var said = await Commands.RunAsync(Commands.Of(page[page.IndexOf("\n## The main job", StringComparison.Ordinal)..]), world);

        Assert.Equal(2, said.Count("\"errorCode\":\"SHARE_IS_ANALYZE_ONLY\""));
        Assert.Equal(2, said.Count("@read1\nACGT\n+\nFFFF\n"));
        Assert.Equal(2, said.Count("<Code>AccessDenied</Code>"));
        Assert.Equal(1, said.Count("<Code>NoSuchAccessPoint</Code>"));
        Assert.Equal(1, said.Count("\"errorCode\":\"NOT_FOUND\""));
        Assert.Contains(" INTERNET lab-member 1 19 ", said, StringComparison.Ordinal);
        Assert.Contains("PIPELINE SAME_REGION 0197e000-0000-7000-8000-000000000042 1 19 0 USD\n", said, StringComparison.Ordinal);
        Assert.Contains(",T cells,", said, StringComparison.Ordinal);
        var calls = said[said.IndexOf("\"errorCode\":\"NOT_FOUND\"", StringComparison.Ordinal)..].TrimEnd().Split('\n')[1..];
        Assert.Equal(["[]", """{"data":[],"nextToken":""}"""], calls[..2]);
        Assert.Contains("\"errorCode\":\"ROLE_TOO_LOW\"", calls[2], StringComparison.Ordinal);
        Assert.Equal("[]", calls[3]);
        Assert.Contains($"{TimeProvider.System.GetUtcNow():yyyy-MM} ESTIMATED", calls[4..^1]);
        Assert.Equal("BilledCost,BillingAccountId,BillingAccountName,BillingCurrency", calls[^1].Trim());
    }
}
