using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Requests;
using Shares.Web.Errors;

namespace Shares.Web.Gate;

/// <summary>Lets a request through to its route when its caller is among those that the route is for. One batch read.</summary>
internal sealed class RequestGate(IServiceProvider services)
{
    private readonly Lazy<RequestReader> _reader = new(services.GetRequiredService<RequestReader>);
    private readonly FinanceRole _finance = services.GetService<FinanceRole>() ?? FinanceRole.None;

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<ContractRoute>() is null)
        {
            await next(http);
            return;
        }

        var who = metadata.GetMetadata<RequiredCaller>()?.Who
            ?? throw new InvalidOperationException("The route does not say who may use it.");
        if (await RefuseAsync(http, who) is { } refusal) await refusal.ExecuteAsync(http);
        else await next(http);
    }

    private async Task<IResult?> RefuseAsync(HttpContext http, Who who)
    {
        if (who == Who.Anyone) return null;
        if (Callers.From(http.User) is not { } caller) return Problems.Unauthenticated;
        http.Features.Set(caller);
        var route = http.Request.RouteValues;
        var failure = route.ContainsKey("project") ? await EnterProjectAsync(http, route, caller, who) : Enter(http, caller, who);
        return failure is null ? null : Problems.From(failure);
    }

    private Failure? Enter(HttpContext http, Caller caller, Who who)
    {
        if (caller is Caller.Person person) http.Features.Set(new PersonRequest(person, Actors.Of(http, person)));
        return Permission.Refuse(caller, who, _finance);
    }

    private async Task<Failure?> EnterProjectAsync(HttpContext http, RouteValueDictionary route, Caller caller, Who who)
    {
        if (!TryGet<ProjectId>(route, "project", out var project) || project is null) return Failure.NotFound;
        if (!TryGet<ShareId>(route, "share", out var share) || !TryGet<DatasetId>(route, "dataset", out var dataset)) return Failure.NotFound;
        var items = await _reader.Value.ReadAsync(project.Value, caller, share, dataset, http.RequestAborted);
        if (ProjectCaller.Resolve(items.Project, caller, items.Member) is not { } standing) return Failure.NotFound;
        if (Permission.Refuse(standing, who) is { } refusal) return refusal;
        if ((share is not null && items.Share is null) || (dataset is not null && items.Dataset is null)) return Failure.NotFound;
        http.Features.Set(new ProjectRequest(standing, Actors.Of(http, caller), items.Share, items.Dataset));
        return null;
    }

    /// <summary>False for an id that is not one: what it names cannot be there. Null when the route has no such part.</summary>
    private static bool TryGet<T>(RouteValueDictionary route, string name, out T? id) where T : struct, IUuidId<T>
    {
        id = null;
        if (!route.TryGetValue(name, out var value)) return true;
        var valid = UuidId.TryParse<T>(value as string, out var parsed);
        if (valid) id = parsed;
        return valid;
    }
}
