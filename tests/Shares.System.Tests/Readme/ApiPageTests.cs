using Shares.SystemTests.Support;

namespace Shares.SystemTests.Readme;

public sealed class ApiPageTests(LocalCloud cloud)
{
    [Fact]
    public async Task The_commands_of_the_page_about_the_API_do_what_it_says_they_do()
    {
        var world = await World.CreateAsync(cloud);
        await world.AllowSharingAsync();
        foreach (var name in new[] { "Run 1", "Run 2", "Run 3" }) await world.RegisterAsync(name, "a.txt");

        var said = await Commands.RunAsync(Commands.Of(await File.ReadAllTextAsync(Repository.Path("docs/api.md"))), world);

        Assert.StartsWith("Run 1\nRun 2\nRun 3\n", said, StringComparison.Ordinal);
        Assert.Equal(1, said.Count("\"name\":\"Run 8, repeated\""));
        Assert.Equal(1, said.Count("\"errorCode\":\"VERSION_MISMATCH\""));
        Assert.Equal(1, said.Count("conditions[0].field: must be one of"));
        Assert.Equal(1, said.Count("conditions[0].value: must have"));
        Assert.Equal(1, said.Count("\"status\":\"COMPLETED\",\"fileCount\":1"));
        Assert.Equal(1, said.Count("\"path\":\"data/counts.csv\""));
        Assert.Equal(1, said.Count("\"errorCode\":\"ROLE_TOO_LOW\""));
        Assert.EndsWith("\n[]\nESTIMATED\nMonth,Publishing project,Cost centre\nBilledCost,BillingAccountId,BillingAccountName\n", said, StringComparison.Ordinal);
    }
}
