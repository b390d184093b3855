using Microsoft.AspNetCore.Http;
using Shares.Core.Access;
using Shares.Core.Audit;
using Shares.Hosting;

namespace Shares.Web.Gate;

internal static class Actors
{
    /// <summary>
    /// The caller as logs name them. Without API Gateway, where the program listens itself, what the connection and the header say.
    /// </summary>
    public static Actor Of(HttpContext http, Caller caller) => http.Features.Get<GatewayRequest>() is { } gateway
        ? Actor.Of(caller, gateway.SourceAddress, gateway.UserAgent)
        : Actor.Of(caller, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString());
}
