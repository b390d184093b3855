using Microsoft.AspNetCore.Http;

namespace Shares.Api.Health;

internal sealed record HealthAnswer(string Status);

/// <summary>Whether the function runs. Reads nothing, so that it tells nothing and costs nothing to those who have not signed in.</summary>
internal static class HealthHandler
{
    public static IResult Handle() => TypedResults.Json(new HealthAnswer("ok"), ApiJson.Default.HealthAnswer);
}
