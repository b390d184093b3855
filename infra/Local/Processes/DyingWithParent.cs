using System.Collections.Concurrent;
using System.Diagnostics;

namespace Shares.Local.Processes;

/// <summary>Starts programs so that the kernel kills them when this process ends, however it ends.</summary>
/// <remarks>
/// Linux sends the signal when the thread that started the program ends, not the process. So one thread that lives as long as
/// this process starts all of them. Where there is no setpriv (macOS), programs outlive a SIGKILL of this process.
/// </remarks>
internal static class DyingWithParent
{
    private const string SetPriv = "/usr/bin/setpriv";

    private static readonly BlockingCollection<Action> Starts = StartThread();

    public static ProcessStartInfo Wrap(ChildProgram program) => File.Exists(SetPriv)
        ? new ProcessStartInfo(SetPriv, ["--pdeathsig", "KILL", "--", program.Path, .. program.Arguments])
        : new ProcessStartInfo(program.Path, program.Arguments);

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> StartThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable()) start();
        })
        { IsBackground = true, Name = "starts programs" }.Start();
        return starts;
    }
}
