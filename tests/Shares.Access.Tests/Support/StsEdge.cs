namespace Shares.Access.Tests.Support;

/// <summary>Stands between the function and STS: sees every call, and can do something while one is under way.</summary>
public sealed class StsEdge : DelegatingHandler
{
    private readonly List<string> _calls = [];

    /// <summary>Done once, after STS has made the session and before the function hears of it.</summary>
    public Func<Task>? WhileInFlight { get; set; }

    /// <summary>Bodies of the calls so far.</summary>
    public IReadOnlyList<string> Calls => _calls;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _calls.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        var action = WhileInFlight;
        WhileInFlight = null;
        if (action is not null) await action();
        return response;
    }
}
