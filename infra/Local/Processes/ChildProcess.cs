using System.Diagnostics;

namespace Shares.Local.Processes;

/// <summary>A running program that ends no later than the local cloud, even when the local cloud is killed with SIGKILL.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Exited = WaitAsync(process);
    }

    public int Id => _process.Id;

    /// <summary>Completes when the program has ended and all it wrote has been passed on: its exit code, 128 + n after signal n.</summary>
    public Task<int> Exited { get; }

    /// <param name="onLine">Gets each line of standard output and standard error; must be safe for concurrent use.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there or cannot be run.</exception>
    public static async Task<ChildProcess> StartAsync(ChildProgram program, Action<string> onLine)
    {
        var start = DyingWithParent.Wrap(program);
        start.WorkingDirectory = program.WorkingDirectory;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var name in (string[])["PATH", "HOME"]) start.Environment[name] = Environment.GetEnvironmentVariable(name);
        foreach (var (name, value) in program.Environment) start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        await DyingWithParent.StartAsync(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return new ChildProcess(process);

        void Pass(string? line)
        {
            if (line is not null) onLine(line);
        }
    }

    /// <summary>SIGKILL; nothing happens when the program has ended already.</summary>
    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private static async Task<int> WaitAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
