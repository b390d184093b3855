using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.Subscribe;

/// <summary>What subscribing and unsubscribing have in common: who sees the share and does not publish it may do either.</summary>
internal static class Subscription
{
    /// <param name="ofPublisher">What the publisher is told.</param>
    public static async Task<IResult> ChangeAsync(
        HttpContext http, ProjectRequest request, ShareStore shares, TimeProvider time, string ofPublisher, Func<CancellationToken, Task<Result<Relation>>> change)
    {
        var ct = http.RequestAborted;
        if (!(await ShareSight.OfAsync(request, shares, time, ct)).Succeeded(out var type, out var failure)) return Problems.From(failure);
        if (type == ShareType.Publisher) return Problems.From(Failure.Invalid("share", ofPublisher));
        return (await change(ct)).Failure is { } refusal ? Problems.From(refusal) : TypedResults.Ok();
    }
}
