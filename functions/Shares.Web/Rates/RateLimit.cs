using Microsoft.AspNetCore.Builder;

namespace Shares.Web.Rates;

/// <summary>How often each caller may use the route it is metadata of.</summary>
/// <param name="What">Routes with the same word are counted together.</param>
public sealed record RateLimit(string What, int PerMinute);

public static class RateRoutes
{
    /// <summary>For routes by which a caller could cost money. More than that is 429, with <c>Retry-After</c>.</summary>
    public static TBuilder AtMost<TBuilder>(this TBuilder route, string what, int perMinute) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RateLimit(what, perMinute));
}
