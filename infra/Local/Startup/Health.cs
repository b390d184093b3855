using System.Net;

namespace Shares.Local.Startup;

/// <summary>Asks Api through the gateway whether it works, until it does.</summary>
internal static class Health
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <exception cref="StartupException">It does not; the message shows the end of its log.</exception>
    public static async Task WaitAsync(HttpClient http, int gatewayPort, string logs, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var last = "no answer";
        try
        {
            // Twice, so that one start that was too slow on a busy machine does not count.
            for (var tries = 0; tries < 2; tries++)
            {
                using var response = await http.GetAsync($"http://localhost:{gatewayPort}/api/health", limit.Token);
                if (response.StatusCode == HttpStatusCode.OK) return;
                last = $"{(int)response.StatusCode}";
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The limit; reported below.
        }

        throw new StartupException($"/api/health does not answer as it should ({last}). The log of ApiFunction ends with:\n{Tail(logs)}");
    }

    private static string Tail(string logs)
    {
        var file = Path.Combine(logs, "ApiFunction.log");
        return File.Exists(file) ? string.Join('\n', File.ReadLines(file).TakeLast(20)) : "(nothing)";
    }
}
