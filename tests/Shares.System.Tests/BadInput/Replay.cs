using Amazon.Runtime.Signing;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.BadInput;

/// <summary>Signs a GET of one path and sends it with another.</summary>
internal sealed class Replay(Uri sent) : DelegatingHandler(new SocketsHttpHandler())
{
    public static async Task<int> StatusAsync(LocalCloud cloud, string role, string signed, string sent)
    {
        var replay = new Replay(new Uri(cloud.Gateway, sent));
        using var http = new HttpClient(new SigV4SigningHandler(await cloud.CredentialsAsync(role), Amazon.RegionEndpoint.USEast1, "execute-api", replay));
        using var response = await http.GetAsync(new Uri(cloud.Gateway, signed));
        return (int)response.StatusCode;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = sent;
        return base.SendAsync(request, cancellationToken);
    }
}
