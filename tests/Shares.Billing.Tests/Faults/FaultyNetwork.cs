using Shares.Testing.DynamoDb;

namespace Shares.Billing.Tests.Faults;

/// <summary>
/// The network between one run and all of AWS, on which the nth call goes wrong. Of calls that change nothing it is all the same whether their
/// answer is lost or they never arrive, or whether the process dies after them or after the change before: <see cref="Fault.AnswerLost"/> and
/// <see cref="Fault.Death"/> count changes alone.
/// </summary>
/// <param name="call">From 1.</param>
public sealed class FaultyNetwork(Fault fault, int call)
{
    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal) { "GetItem", "BatchGetItem", "Query", "TransactGetItems" };

    private int _calls;
    private string? _struck;
    private bool _isDead;

    /// <summary>What the SDK repeats by itself. What never arrives fails the same with fewer repetitions, and sooner.</summary>
    public int Repetitions => fault == Fault.AnswerLost ? 1 : 0;

    /// <summary>The call that went wrong; null: the run made fewer.</summary>
    public string? Struck => _struck;

    /// <param name="inner">What answers; null: the network.</param>
    public DelegatingHandler To(HttpMessageHandler? inner = null) => new Link(this) { InnerHandler = inner ?? new SocketsHttpHandler() };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        if (_isDead) throw new CrashException();
        var name = await NameAsync(request);
        if (fault == Fault.NotArrived && name == _struck) throw Lost();
        if ((fault != Fault.NotArrived && !IsChange(request)) || Interlocked.Increment(ref _calls) != call) return await send();
        _struck = name;
        if (fault != Fault.NotArrived) (await send()).Dispose();
        _isDead = fault == Fault.Death;
        throw _isDead ? new CrashException() : Lost();
    }

    private static HttpRequestException Lost() => new(HttpRequestError.ResponseEnded, "The connection was lost.");

    private static bool IsChange(HttpRequestMessage request) => TargetOf(request) is { } target
        ? !Reads.Contains(target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..])
        : request.RequestUri!.Host == "sns.test" || (!IsOfTests(request) && request.Method != HttpMethod.Get);

    /// <summary>What is asked. Of S3 the address says it; elsewhere the body does.</summary>
    private static async Task<string> NameAsync(HttpRequestMessage request)
    {
        var isOfS3 = TargetOf(request) is null && !IsOfTests(request);
        return $"{request.Method} {request.RequestUri} {TargetOf(request)} {(isOfS3 || request.Content is null ? "" : await request.Content.ReadAsStringAsync())}";
    }

    /// <summary>Answered by <see cref="World.FakeAws"/>.</summary>
    private static bool IsOfTests(HttpRequestMessage request) => request.RequestUri!.Host.EndsWith(".test", StringComparison.Ordinal);

    private static string? TargetOf(HttpRequestMessage request) => request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.Single() : null;

    private sealed class Link(FaultyNetwork network) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            network.SendAsync(request, () => base.SendAsync(request, cancellationToken));
    }
}
