using Amazon.Runtime.Signing;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.BadInput;

/// <summary>The headers of one signed GET, to be sent with other paths than the one that was signed.</summary>
internal sealed class Signatures(HttpRequestMessage signed) : IDisposable
{
    public static async Task<Signatures> OfAsync(LocalCloud cloud, string role, string path)
    {
        var address = new Uri(cloud.Gateway, path);
        var request = new AWSSigningRequest { HttpMethod = HttpMethod.Get, RequestUri = address };
        var result = await AWSSigV4Signer.SignAsync(request, new AWSSigV4Parameters
        {
            Credentials = await cloud.CredentialsAsync(role), Region = Amazon.RegionEndpoint.USEast1, Service = "execute-api", SignPayload = true,
        });
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in result.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return new Signatures(message);
    }

    public static async Task<int> StatusAsync(LocalCloud cloud, Signatures signatures, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Gateway, path));
        foreach (var header in signatures.Message.Headers) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        using var response = await cloud.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private HttpRequestMessage Message => signed;

    public void Dispose() => signed.Dispose();
}
