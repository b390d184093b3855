using Microsoft.AspNetCore.Http;
using Shares.Data.Egress;
using Shares.Web.Errors;
using Shares.Web.Paging;

namespace Shares.Api.ListEgressPeriods;

/// <summary>The months that there are reports of, the latest first.</summary>
internal static class ListEgressPeriodsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, StatementStore statements)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        using var data = new JsonPage<EgressPeriodAnswer>(ApiJson.Default.EgressPeriodAnswer, page.Limit ?? PageRequest.MaxLimit);
        string? last = null;
        foreach (var statement in (await statements.ListAsync(http.RequestAborted)).Reverse())
        {
            var period = statement.Period.ToString();
            if (page.After is { } after && string.CompareOrdinal(period, after) >= 0) continue;
            if (data.IsFull) return data.ToObject(PageRequest.NextToken(http.Request, last));
            data.Add(EgressPeriodAnswer.From(statement));
            last = period;
        }

        return data.ToObject("");
    }
}
