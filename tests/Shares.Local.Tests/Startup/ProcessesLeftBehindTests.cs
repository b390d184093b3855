using System.Net;
using System.Net.Sockets;

namespace Shares.Local.Tests.Startup;

/// <summary>However the local cloud ends, what it has started ends too.</summary>
public sealed class ProcessesLeftBehindTests
{
    private const int TwoMinutes = 120_000;

    [Theory(Timeout = TwoMinutes)]
    [InlineData("KILL")]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Nothing_runs_on_after_a_signal(string signal)
    {
        using var program = LocalProgram.Start(LocalProgram.FreePortBase());
        var children = await program.UntilStoreRunsAsync();
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.True(LocalProgram.IsRunning(child)));

        await program.SignalAsync(signal);
        await program.ExitAsync();

        // After SIGKILL it is the kernel that ends them, a moment later.
        while (children.Any(LocalProgram.IsRunning)) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = TwoMinutes)]
    public async Task A_port_in_use_is_named_with_who_uses_it_before_anything_is_started()
    {
        var ports = LocalProgram.FreePortBase();
        using var listener = new TcpListener(IPAddress.Loopback, ports + 80);
        listener.Start();
        using var program = LocalProgram.Start(ports);
        var (code, errors) = await program.ExitAsync();
        Assert.Equal(1, code);
        Assert.Contains($"port {ports + 80} is in use", errors, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId} ", errors, StringComparison.Ordinal);
        Assert.Contains("--port-base", errors, StringComparison.Ordinal);
    }
}
