namespace Shares.Hosting;

/// <summary>A feature of a request that came through API Gateway.</summary>
/// <param name="RequestId">API Gateway's id of the request, which its access log has too; <c>correlation_id</c> in the function's log.</param>
public sealed record GatewayRequest(string RequestId);
