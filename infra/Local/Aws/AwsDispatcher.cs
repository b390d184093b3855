using Microsoft.AspNetCore.Http.Features;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.Signing;

namespace Shares.Local.Aws;

/// <summary>Checks the signature of every request that arrives on the ports of AWS, and hands it to the service that it was signed for.</summary>
public sealed class AwsDispatcher(
    SignatureVerifier verifier, CredentialsEndpoint credentials, RoleCatalog roles, LocalAwsOptions options, IEnumerable<AwsService> services)
{
    private readonly Dictionary<string, AwsService> _services = services.ToDictionary(service => service.Name);

    public async Task HandleAsync(HttpContext http)
    {
        if (CredentialsEndpoint.IsFor(http))
        {
            await credentials.HandleAsync(http);
            return;
        }

        // Each service limits its own bodies; S3 takes five gigabytes.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        switch (await verifier.VerifyAsync(http, service: null, http.RequestAborted))
        {
            case SignatureResult.Verified verified when _services.TryGetValue(verified.Service, out var service):
                http.Features.Set(new PrincipalFeature(verified.Principal, verified.Service));
                await service.HandleAsync(http, Caller.Of(http, verified, roles, options));
                break;
            case SignatureResult.Verified verified:
                await AwsError.WriteAsync(http, verified.Service, 501, "NotImplemented", $"The local cloud has no service '{verified.Service}'.");
                break;
            case SignatureResult.Failed failed:
                await AwsError.WriteAsync(http, ClaimedService(http), failed.Status, failed.Code, failed.Message);
                break;
            default:
                // Block Public Access is on for the whole account.
                await AwsError.WriteAsync(http, "", 403, "AccessDenied", "Access Denied");
                break;
        }
    }

    private static string ClaimedService(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var start = header.IndexOf("Credential=", StringComparison.Ordinal);
        var credential = start >= 0 ? header[(start + "Credential=".Length)..].Split(',')[0] : RequestTarget.Of(http).Single("X-Amz-Credential");
        return CredentialScope.ParseCredential(credential ?? "")?.Scope.Service ?? "";
    }
}
