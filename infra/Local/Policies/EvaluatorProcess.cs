using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Shares.Local.Policies;

/// <summary>One run of the Node program that evaluates policies. Requests are pipelined: any number may be waiting.</summary>
internal sealed class EvaluatorProcess : IDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<EvaluatorResponse>> _waiting = new();
    private readonly Channel<string> _outgoing = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Process _process;
    private long _lastId;

    private EvaluatorProcess(Process process) => _process = process;

    public bool HasEnded { get; private set; }

    public static EvaluatorProcess Start()
    {
        var process = Process.Start(new ProcessStartInfo("node", [Script()])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("Node.js does not start.");
        var evaluator = new EvaluatorProcess(process);
        _ = evaluator.WriteAsync();
        _ = evaluator.ReadAsync();
        return evaluator;
    }

    /// <exception cref="IOException">The process ended before it answered.</exception>
    public async Task<EvaluatorResponse> AskAsync(EvaluatorRequest request, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<EvaluatorResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var line = JsonSerializer.Serialize(request with { Id = id }, EvaluatorJson.Default.EvaluatorRequest);
        if (!_outgoing.Writer.TryWrite(line)) End();
        return await answer.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _outgoing.Writer.TryComplete();
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task WriteAsync()
    {
        try
        {
            while (await _outgoing.Reader.WaitToReadAsync())
            {
                while (_outgoing.Reader.TryRead(out var line)) await _process.StandardInput.WriteLineAsync(line);
                await _process.StandardInput.FlushAsync();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            End();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                var response = JsonSerializer.Deserialize(line, EvaluatorJson.Default.EvaluatorResponse)!;
                if (_waiting.TryRemove(response.Id, out var answer)) answer.TrySetResult(response);
            }
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        HasEnded = true;
        _outgoing.Writer.TryComplete();
        foreach (var id in _waiting.Keys)
        {
            if (_waiting.TryRemove(id, out var answer)) answer.TrySetException(new IOException("The policy evaluator ended."));
        }
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "infra", "Local", "policy-evaluator", "main.js");
            if (File.Exists(script)) return script;
        }

        throw new InvalidOperationException("infra/Local/policy-evaluator/main.js is not above the program's folder.");
    }
}
