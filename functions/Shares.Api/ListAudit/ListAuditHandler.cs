using Microsoft.AspNetCore.Http;
using Shares.Data.Audit;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListAudit;

/// <summary>
/// Who did what in a project and with its shares, newest first. A page can be shorter than asked for, even empty, with more to come: a
/// request looks at a bounded part of the log.
/// </summary>
internal static class ListAuditHandler
{
    private const int DefaultLimit = 100;
    private const int MostReads = 10;

    /// <summary>An entry has up to 100 KB when a share for a thousand projects was replaced, most have less than one.</summary>
    private const int MostPerRead = 100;

    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, AuditStore audit, TimeProvider time)
    {
        if (!AuditFilter.Read(http.Request.Query).Succeeded(out var filter, out var failure)) return Problems.From(failure);
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out failure)) return Problems.From(failure);
        var ct = http.RequestAborted;
        using var data = new JsonPage<AuditEventAnswer>(ApiJson.Default.AuditEventAnswer, page.Limit ?? DefaultLimit);
        var position = page.After ?? (filter.To is { } end && end < time.GetUtcNow() ? AuditStore.PositionBefore(end) : null);
        for (var reads = 0; reads < MostReads; reads++)
        {
            var part = await audit.ListAsync(request.Project, position, MostPerRead, ct);
            foreach (var entry in part.Items)
            {
                if (entry.At < filter.From) return data.ToObject("");
                var isWanted = filter.Accepts(entry);
                if (isWanted && data.IsFull) return Answer(http, data, position);
                if (isWanted) data.Add(AuditEventAnswer.From(entry));
                position = AuditStore.PositionOf(entry);
            }

            position = part.Next;
            if (position is null) break;
        }

        return Answer(http, data, position);
    }

    private static IResult Answer(HttpContext http, JsonPage<AuditEventAnswer> data, string? position) =>
        data.ToObject(PageRequest.NextToken(http.Request, position));
}
