using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Running;

/// <summary>
/// Who makes requests in tests: a person of that name; <c>platform-admin</c> with the group <c>shares-admin</c>; an AWS role where the name ends
/// in <c>-pipeline</c> or <c>-role</c>; <c>finance</c> with the group of that name; nobody who has signed in.
/// </summary>
public static class Actors
{
    public const string Nobody = "nobody";

    /// <param name="path">Without the prefix that says how the caller has signed in.</param>
    public static HttpApiEvent Request(string actor, string method, string path, string? json)
    {
        var prefix = IsRole(actor) ? "/iam" : "/api";
        var request = json is null ? new HttpApiEvent(method, prefix + path) : HttpApiEvent.Send(method, prefix + path, json);
        return actor switch
        {
            Nobody => request,
            "finance" or "other-finance" => request.By(actor, "finance"),
            "platform-admin" => request.By(actor, "shares-admin"),
            _ when IsRole(actor) => request.ByRole(actor),
            _ => request.By(actor),
        };
    }

    private static bool IsRole(string actor) => actor.EndsWith("-pipeline", StringComparison.Ordinal) || actor.EndsWith("-role", StringComparison.Ordinal);
}
