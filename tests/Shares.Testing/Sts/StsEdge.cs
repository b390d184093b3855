namespace Shares.Testing.Sts;

/// <summary>Stands between a function and STS: sees every call, lets one of them go wrong, and can do something while one is under way.</summary>
public sealed class StsEdge : DelegatingHandler
{
    private readonly List<string> _calls = [];
    private (StsFault Fault, int Call)? _next;
    private StsFault? _all;

    /// <summary>Done once, after STS has made the session and before the function hears of it.</summary>
    public Func<Task>? WhileInFlight { get; set; }

    /// <summary>How far STS's clock is ahead, as far as its answers show.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Bodies of the calls so far.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>False: fewer calls were made.</summary>
    public bool HasStruck => _next is null;

    /// <param name="call">The how manieth call from now on goes wrong; from 1.</param>
    public void Strike(StsFault fault, int call) => _next = (fault, _calls.Count + call);

    /// <summary>Every call goes wrong from now on.</summary>
    public void StrikeAll(StsFault fault) => _all = fault;

    /// <summary>No call goes wrong any more.</summary>
    public void Heal() => (_next, _all) = (null, null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _calls.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var fault = _next is { } next && next.Call == _calls.Count ? next.Fault : _all;
        if (_next?.Call == _calls.Count) _next = null;
        try
        {
            return fault is { } strikes ? await FaultyAnswer.ToAsync(strikes, () => base.SendAsync(request, cancellationToken))
                : Ahead == TimeSpan.Zero ? await base.SendAsync(request, cancellationToken)
                : await FaultyAnswer.Later(() => base.SendAsync(request, cancellationToken), Ahead);
        }
        finally
        {
            var action = WhileInFlight;
            WhileInFlight = null;
            if (action is not null) await action();
        }
    }
}
