using System.Text.Json.Serialization;

namespace Shares.Local.Lambda;

/// <summary><c>/_local/functions/{name}/crash</c> on the ports of AWS: POST <c>{"afterCalls": n}</c> arms, or disarms with 0; GET tells what came of it.</summary>
public static class CrashApi
{
    public const string Path = "/_local/functions";

    public static void MapCrashes(this IEndpointRouteBuilder routes, LocalLambda lambda)
    {
        const string path = Path + "/{name}/crash";
        routes.MapPost(path, (string name, CrashRequest request) =>
            !lambda.Has(name) ? Results.NotFound()
            : request.AfterCalls < 0 ? Results.BadRequest()
            : Results.Ok(CrashStatus.Of(lambda.Crashes.Arm(name, request.AfterCalls))));
        routes.MapGet(path, (string name) => lambda.Has(name) ? Results.Ok(CrashStatus.Of(lambda.Crashes.Status(name))) : Results.NotFound());
    }

    public sealed record CrashRequest([property: JsonRequired] int AfterCalls);

    /// <param name="Calls">Counted since it was armed.</param>
    public sealed record CrashStatus(int AfterCalls, int Calls, bool Fired)
    {
        public static CrashStatus Of(CrashPlan plan) => new(plan.AfterCalls, plan.Calls, plan.HasFired);
    }
}
