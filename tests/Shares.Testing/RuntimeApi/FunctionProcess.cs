using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Shares.Testing.RuntimeApi;

/// <summary>A function as a process of its own, woken by a <see cref="StrictRuntimeApi"/>: the published program, or a <c>.dll</c> run by dotnet.</summary>
public sealed class FunctionProcess : IAsyncDisposable
{
    /// <summary>What a process needs of this machine; a function on Lambda sees nothing else of it.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private FunctionProcess(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Collect(line.Data);
        process.ErrorDataReceived += (_, line) => Collect(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Lines that the function has written so far, to standard output and error.</summary>
    public IReadOnlyCollection<string> Output => output;

    public int Id => process.Id;

    /// <param name="environment">Variables of the function beside those that Lambda sets.</param>
    public static FunctionProcess Start(
        string program, StrictRuntimeApi api, IReadOnlyDictionary<string, string>? environment = null, int memoryMegabytes = 512)
    {
        var managed = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(managed ? "dotnet" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(program)),
        };
        if (managed) start.ArgumentList.Add(Path.GetFullPath(program));
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        }
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = "UnderTest";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = memoryMegabytes.ToString(CultureInfo.InvariantCulture);
        start.Environment["AWS_REGION"] = "us-east-1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new(start);
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <exception cref="TimeoutException">It still runs after 30 seconds.</exception>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Collect(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }
}
