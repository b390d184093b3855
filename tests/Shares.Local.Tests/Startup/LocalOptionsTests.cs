using Shares.Local.Startup;

namespace Shares.Local.Tests.Startup;

public sealed class LocalOptionsTests
{
    [Fact]
    public void Without_options_everything_is_in_memory_with_demo_data_on_the_documented_ports() =>
        Assert.Equal(new LocalOptions(null, SeedsDemoData: true, new LocalPorts(8000), RunsNative: false, IsVerbose: false), LocalOptions.Parse([]));

    [Fact]
    public void Every_option_is_understood() => Assert.Equal(
        new LocalOptions("/data", SeedsDemoData: false, new LocalPorts(9000), RunsNative: true, IsVerbose: true),
        LocalOptions.Parse(["--data", "/data", "--seed", "none", "--port-base", "9000", "--aot", "--verbose"]));

    [Theory]
    [InlineData("--what")]
    [InlineData("--data")]
    [InlineData("--seed")]
    [InlineData("--seed", "all")]
    [InlineData("--port-base", "80")]
    [InlineData("--port-base", "65000")]
    [InlineData("--port-base", "many")]
    public void What_is_not_understood_is_refused_before_anything_starts(params string[] arguments) =>
        Assert.Throws<StartupException>(() => LocalOptions.Parse(arguments));

    [Fact]
    public void Ports_are_those_of_the_documentation_moved_by_the_base()
    {
        var ports = new LocalPorts(8000);
        Assert.Equal((8000, 8080, 8900, 8901), (ports.DynamoDb, ports.Gateway, ports.Internet, ports.Vpc));
    }
}
