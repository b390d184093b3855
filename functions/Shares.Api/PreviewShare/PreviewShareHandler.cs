using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Shares.Api.Sharing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Data.Governance;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.PreviewShare;

/// <summary>
/// A dry run: an administrator sees what a share would hold, what its downloads would cost, and what an edit changes, while writing it.
/// What would be refused is refused here too, but for a missing name.
/// </summary>
internal static class PreviewShareHandler
{
    private const int MostPerQuery = 1000;

    public static async Task<IResult> HandleAsync(
        HttpContext http,
        ProjectRequest request,
        ProjectStore projects,
        ClassificationStore classifications,
        ShareStore shares,
        DatasetStore datasets,
        SelectionReader selections,
        EgressPrices prices,
        TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.PreviewRequest)).Succeeded(out var body, out var failure)) return Problems.From(failure);
        if (!(await EditedShare.ReadAsync(body, request, shares, ct)).Succeeded(out var edited, out failure)) return Problems.From(failure);
        if (!body.Validate(time.GetUtcNow()).Succeeded(out var draft, out failure)) return Problems.From(failure);
        if (await NamedClassifications.RefuseAsync(classifications, draft.ClassificationIds, edited.ClassificationIds, ct) is { } unknown)
            return Problems.From(unknown);
        var named = await NamedProjects.ReadAsync(projects, request.Project.Id, draft.SharedProjectIds, edited.Projects, ct);
        if (named.Refuse(draft.SharedProjectIds, edited.Projects) is { } refusal) return Problems.From(refusal);
        if (!After(http, body, draft.Selection).Succeeded(out var after, out failure)) return Problems.From(failure);

        var tally = new SelectionTally(edited.Selection, draft.Selection);
        var scan = new PreviewScan(tally, body.PageLimit, request.Project.Id);
        if (after is not null)
        {
            await scan.RunAsync(selections.CandidatesAsync(request.Project.Id, [draft.Selection], [], after, body.PageLimit, ct), () => false);
            return TypedResults.Json(Page(http, draft.Selection, scan), ApiJson.Default.PreviewAnswer);
        }

        var known = await KnownAsync(request, draft.Selection, datasets, ct);
        var diff = new PreviewDiff(edited.Selection, draft.Selection, tally, known);
        var perQuery = diff.IsCounted ? Math.Max(body.PageLimit, DatasetSum.MostShown) + 1 : MostPerQuery;
        await scan.RunAsync(
            selections.CandidatesAsync(request.Project.Id, [edited.Selection, draft.Selection], [], null, perQuery, ct), () => !diff.IsEnough);
        var total = known ?? new PreviewCount(tally.Count, tally.Bytes, tally.Files);
        var gone = await projects.FindManyAsync([.. edited.Projects.Except(draft.SharedProjectIds)], ct);
        var answer = Page(http, draft.Selection, scan) with
        {
            Count = total.Datasets,
            Bytes = total.Bytes.Value,
            Files = total.Files,
            IsExact = known is not null || scan.IsComplete,
            Adds = new(diff.Added(scan.IsComplete), ByName(draft.SharedProjectIds.Except(edited.Projects).Select(named.Name))),
            Removes = new(diff.Removed(scan.IsComplete), ByName(gone.Values.Select(project => new NamedItem(project.Id.ToString(), project.Name)))),
            Cost = prices.Current is { } list ? PreviewCost.Of(total.Bytes, draft.SharedProjectIds.Distinct().Count(), list) : null,
        };
        return TypedResults.Json(answer, ApiJson.Default.PreviewAnswer);
    }

    /// <summary>Null inside the result for the first page.</summary>
    private static Result<DatasetId?> After(HttpContext http, PreviewRequest body, Selection selection)
    {
        if (string.IsNullOrEmpty(body.NextToken)) return (DatasetId?)null;
        return PageToken.Read(http.Request, body.NextToken).Then(position => PreviewPosition.Read(selection, position)).As(id => (DatasetId?)id);
    }

    private static async Task<PreviewCount?> KnownAsync(ProjectRequest request, Selection selection, DatasetStore datasets, CancellationToken ct)
    {
        if (PreviewCount.Known(selection, FrozenDictionary<Condition, Facet>.Empty) is null) return null;
        return PreviewCount.Known(selection, await datasets.FindFacetsAsync(request.Project.Id, selection.Conditions, ct));
    }

    private static IReadOnlyList<NamedItem> ByName(IEnumerable<NamedItem> projects) =>
        [.. projects.OrderBy(project => project.Name, StringComparer.OrdinalIgnoreCase).ThenBy(project => project.Id, StringComparer.Ordinal)];

    private static PreviewAnswer Page(HttpContext http, Selection selection, PreviewScan scan) => new()
    {
        Data = scan.Page,
        NextToken = PageRequest.NextToken(http.Request, scan.Position is { } last ? PreviewPosition.Write(selection, last) : null),
    };
}
