using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Ids;

namespace Shares.Web.Repeats;

/// <summary>The id of what a request creates. Handlers take it as a parameter.</summary>
/// <param name="IsRepeat">The request was begun before and not answered: what it creates may be there already, with this id.</param>
public sealed record ReservedId(Guid Value, bool IsRepeat)
{
    public T As<T>() where T : struct, IUuidId<T> => T.From(Value);

    /// <summary>How a handler's parameter gets its value: a new id for a request without a key.</summary>
    public static ValueTask<ReservedId> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<ReservedId>() ?? New(context.RequestServices.GetRequiredService<TimeProvider>()));
    }

    private static ReservedId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()), IsRepeat: false);
}
