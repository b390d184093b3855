using System.Text.Json;
using Shares.Api.Health;
using Shares.Api.Version;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class ServiceOperations
{
    public static readonly OperationGroup Group = new("Service", "About the service itself, for everybody.",
    [
        new("GET /health", "getHealth", "Whether the function runs") { Answer = typeof(HealthAnswer) },
        new("GET /version", "getVersion", "Which program answers") { Answer = typeof(VersionAnswer) },
        new("GET /openapi.json", "getOpenApi", "This document") { Answer = typeof(JsonElement) },
    ]);
}
