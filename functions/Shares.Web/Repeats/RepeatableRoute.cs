using Microsoft.AspNetCore.Builder;

namespace Shares.Web.Repeats;

/// <summary>What becomes of a request with an <c>Idempotency-Key</c> that was there before.</summary>
/// <param name="KeepsAnswer">It gets the first answer; else it is carried out again.</param>
public sealed record RepeatableRoute(bool KeepsAnswer);

public static class RepeatableRoutes
{
    /// <summary>
    /// For routes that create something: the same request with the same <c>Idempotency-Key</c> gets the first answer for 24 hours. The
    /// handler makes what it creates with the <see cref="ReservedId"/>.
    /// </summary>
    public static TBuilder RepeatsAnswer<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RepeatableRoute(KeepsAnswer: true));

    /// <summary>
    /// For routes that change nothing, or nothing the second time, and whose answers are not to be stored: credentials, signed URLs,
    /// what is current only now. Another request with the same key is refused all the same.
    /// </summary>
    public static TBuilder RunsAgain<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RepeatableRoute(KeepsAnswer: false));
}
