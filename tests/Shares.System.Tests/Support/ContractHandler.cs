using Shares.Testing.Contract;

namespace Shares.SystemTests.Support;

/// <summary>Holds every answer of the API that a test gets against its description.</summary>
internal sealed class ContractHandler(Uri gateway) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly string[] Prefixes = ["/api/", "/iam/", "/openapi.json"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var address = request.RequestUri!;
        if (address.Port != gateway.Port || !Prefixes.Any(prefix => address.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal))) return response;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        ContractCheck.Shared.See(new Exchange(request.Method.Method, address.AbsolutePath, (int)response.StatusCode, headers, body));
        return response;
    }
}
