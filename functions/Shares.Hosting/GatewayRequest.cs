namespace Shares.Hosting;

/// <summary>A feature of a request that came through API Gateway.</summary>
/// <param name="RequestId">API Gateway's id of the request, which its access log has too; <c>correlation_id</c> in the function's log.</param>
/// <param name="SourceAddress">IP address of the caller as API Gateway saw it; empty when the event has none.</param>
/// <param name="UserAgent">As the caller sent it; empty when they sent none.</param>
public sealed record GatewayRequest(string RequestId, string SourceAddress, string UserAgent);
