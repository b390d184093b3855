using Microsoft.AspNetCore.Http;
using Shares.Core.Access;
using Shares.Core.Audit;

namespace Shares.Web.Gate;

/// <summary>A request by somebody signed in, about no project in particular. Handlers take it as a parameter.</summary>
public sealed class PersonRequest(Caller.Person person, Actor actor)
{
    public Caller.Person Person => person;

    /// <summary>The same person as logs name them.</summary>
    public Actor Actor => actor;

    /// <summary>How a handler's parameter gets its value.</summary>
    public static ValueTask<PersonRequest> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<PersonRequest>() ?? throw new InvalidOperationException("The route is not for people alone."));
    }
}
