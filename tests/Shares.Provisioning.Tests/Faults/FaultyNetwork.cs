using System.Net;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>A network on which the k-th call to S3 goes wrong, and what is the same call goes wrong with it.</summary>
internal sealed class FaultyNetwork
{
    /// <summary>Reads that show the past: more than the retries of one look.</summary>
    private const int LooksIntoThePast = 3;

    private readonly Fault _fault;
    private readonly int _call;
    private readonly Func<HttpRequestMessage, HttpResponseMessage?> _past;
    private string? _struck;
    private int _calls;
    private int _times;

    /// <param name="call">From 1.</param>
    /// <param name="past">What a read would have shown before the change.</param>
    public FaultyNetwork(Fault fault, int call, Func<HttpRequestMessage, HttpResponseMessage?> past, Action afterEachCall)
    {
        (_fault, _call, _past) = (fault, call, past);
        Network = new Network
        {
            Instead = Instead,
            Afterwards = request =>
            {
                afterEachCall();
                return Strikes(request, Fault.AnswerLost) && _times++ == 0 ? throw new HttpRequestException("The connection was lost.") : Task.CompletedTask;
            },
        };
    }

    public Network Network { get; }

    /// <summary>False: the run made fewer calls.</summary>
    public bool HasStruck => _struck is not null;

    private HttpResponseMessage? Instead(HttpRequestMessage request)
    {
        if (IsOfTheTable(request)) return null;
        if (Interlocked.Increment(ref _calls) == _call) _struck = Name(request);
        if (Strikes(request, Fault.Refused))
            return _call % 2 == 0 ? Replies.Error(HttpStatusCode.ServiceUnavailable, "SlowDown") : Replies.Error(HttpStatusCode.InternalServerError, "InternalError");
        return Strikes(request, Fault.NotSeenYet) && _times++ < LooksIntoThePast ? _past(request) : null;
    }

    private bool Strikes(HttpRequestMessage request, Fault fault) => _fault == fault && !IsOfTheTable(request) && _struck == Name(request);

    private static bool IsOfTheTable(HttpRequestMessage request) => request.Headers.Contains("X-Amz-Target");

    private static string Name(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.PathAndQuery}";
}
