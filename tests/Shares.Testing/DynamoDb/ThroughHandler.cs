using Amazon.Runtime;

namespace Shares.Testing.DynamoDb;

/// <summary>Lets an SDK client send its requests through a handler of ours, which sees every request and answer. Its owner disposes it.</summary>
public sealed class ThroughHandler(DelegatingHandler handler) : HttpClientFactory
{
    private readonly HttpClient _http = Connect(handler);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _http;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    private static HttpClient Connect(DelegatingHandler handler)
    {
        handler.InnerHandler ??= new SocketsHttpHandler();
        return new HttpClient(handler, disposeHandler: false);
    }
}
