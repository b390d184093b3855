using Microsoft.AspNetCore.Builder;

namespace Shares.Web.Gate;

public static class Routes
{
    /// <summary>
    /// Declares who may use a route. One with <c>{project}</c> in its path is for callers who know that project: it gets a
    /// <see cref="ProjectRequest"/>, with what <c>{share}</c> and <c>{dataset}</c> name; strangers to the project, and ids of nothing, get 404.
    /// </summary>
    public static TBuilder Requires<TBuilder>(this TBuilder route, Who who) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RequiredCaller(who));
}

/// <summary>Who may use the route it is metadata of.</summary>
public sealed record RequiredCaller(Who Who);

/// <summary>Marks the routes that the gate must let through, so that forgetting to declare callers closes a route.</summary>
internal sealed class ContractRoute
{
    public static readonly ContractRoute Mark = new();
}
