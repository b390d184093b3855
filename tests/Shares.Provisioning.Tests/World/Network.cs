using System.Collections.Concurrent;
using Amazon.Runtime;
using Shares.Testing.DynamoDb;

namespace Shares.Provisioning.Tests.World;

/// <summary>All calls of one run of the function, to the table and to AWS alike: seen, answered by somebody else, or cut off.</summary>
public sealed class Network
{
    private readonly ConcurrentQueue<string> _calls = new();
    private int _succeeded;

    /// <summary>The function dies right after this many successful calls: the last took effect, its answer never arrives.</summary>
    public int DiesAfter { get; init; } = int.MaxValue;

    public bool IsDead { get; private set; }

    /// <summary>Answers in place of AWS; null lets the call through.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; init; } = _ => null;

    /// <summary>Before a call goes through.</summary>
    public Func<HttpRequestMessage, Task> Beforehand { get; init; } = _ => Task.CompletedTask;

    /// <summary>After a call went through.</summary>
    public Func<HttpRequestMessage, Task> Afterwards { get; init; } = _ => Task.CompletedTask;

    /// <summary>Calls to AWS, not to the table: method, path and query.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The function dies: the answers of its open calls never arrive.</summary>
    public void Kill() => IsDead = true;

    public HttpMessageHandler Connect() => new Wire(this);

    public HttpClientFactory Factory() => new OneClient(new HttpClient(Connect()));

    private sealed class Wire(Network network) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (network.IsDead || Volatile.Read(ref network._succeeded) >= network.DiesAfter) throw Die();
            if (!request.Headers.Contains("X-Amz-Target")) network._calls.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
            if (network.Instead(request) is { } other) return other;
            await network.Beforehand(request);
            var response = await base.SendAsync(request, cancellationToken);
            await network.Afterwards(request);
            if (network.IsDead) throw Die();
            if (response.IsSuccessStatusCode && Interlocked.Increment(ref network._succeeded) >= network.DiesAfter) throw Die();
            return response;
        }

        private CrashException Die()
        {
            network.Kill();
            return new CrashException();
        }
    }

    private sealed class OneClient(HttpClient http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
