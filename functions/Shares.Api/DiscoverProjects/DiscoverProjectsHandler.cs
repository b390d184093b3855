using Microsoft.AspNetCore.Http;
using Shares.Api.Projects;
using Shares.Core;
using Shares.Core.Failures;
using Shares.Data.Projects;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.DiscoverProjects;

/// <summary>Projects that let others find them, by name; <c>text</c> is what the name begins with.</summary>
internal static class DiscoverProjectsHandler
{
    private const int DefaultLimit = 100;

    private static readonly TextRule Text = TextRule.Name with { MinLength = 0 };

    public static async Task<IResult> HandleAsync(HttpContext http, PersonRequest _, ProjectStore projects)
    {
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out var failure)) return Problems.From(failure);
        if (Text.Normalize(http.Request.Query["text"].ToString()) is not { } text) return Problems.From(Failure.Invalid("text", $"must have {Text}"));
        var found = await projects.DiscoverAsync(text.Length == 0 ? null : text, page.Limit ?? DefaultLimit, page.After, http.RequestAborted);
        var details = await projects.FindManyAsync([.. found.Items.Select(name => name.Id)], http.RequestAborted);
        if (found.Next is not null) ArrayPage.SetNext(http, found.Next);
        // Who pays for a project is its members' business.
        var answers = found.Items.Where(name => details.ContainsKey(name.Id)).Select(name => ProjectAnswer.From(details[name.Id]) with { BillingAccountId = "" });
        return TypedResults.Json(answers, ApiJson.Default.IEnumerableProjectAnswer);
    }
}
