using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Rates;
using Shares.Web.Repeats;

namespace Shares.Web;

/// <summary>What every function that serves the REST contract does around its routes.</summary>
public static class Contract
{
    /// <summary>Problems for whatever goes wrong, routing, the gate that every route of the contract declares its callers to, limits of rates, repeats.</summary>
    public static WebApplication UseContract(this WebApplication app)
    {
        var problems = new ProblemEdge(app.Services.GetRequiredService<ILogger<ProblemEdge>>());
        var gate = new RequestGate(app.Services);
        var rates = new RateGate(app.Services);
        var repeats = new RepeatGate(app.Services);
        app.Use(problems.InvokeAsync);
        app.UseRouting();
        app.Use(gate.InvokeAsync);
        app.Use(rates.InvokeAsync);
        app.Use(repeats.InvokeAsync);
        return app;
    }

    /// <summary>
    /// Maps the same routes under <c>/api</c>, which people call with tokens, and <c>/iam</c>, which AWS roles call with signatures: a route
    /// of an HTTP API has one authorizer. A route without <see cref="Routes.Requires"/> answers nobody.
    /// </summary>
    public static WebApplication MapContract(this WebApplication app, Action<RouteGroupBuilder> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var prefix in new[] { "/api", "/iam" }) routes(app.MapGroup(prefix).WithMetadata(ContractRoute.Mark));
        return app;
    }
}
