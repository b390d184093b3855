namespace Shares.Local.Tests.Signing;

/// <summary>Changes requests after they were signed.</summary>
public sealed class TamperingHandler(Action<HttpRequestMessage> tamper) : DelegatingHandler(new HttpClientHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        tamper(request);
        return base.SendAsync(request, cancellationToken);
    }
}
