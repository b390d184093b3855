using Microsoft.AspNetCore.Http;
using Shares.Core.Sharing;
using Shares.Data.Datasets;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Api.ListFacets;

/// <summary>The tags, creators and data types of the project's own datasets, to choose conditions from.</summary>
internal static class ListFacetsHandler
{
    public static async Task<IResult> HandleAsync(HttpContext http, ProjectRequest request, DatasetStore datasets)
    {
        var all = await datasets.ListFacetsAsync(request.Project.Id, http.RequestAborted);
        var size = new AnswerSize();
        var shown = all.OrderByDescending(facet => facet.Count).TakeWhile(facet => size.Takes(facet.Value)).ToList();
        IEnumerable<Facet> Of(SelectionField field) => shown.Where(facet => facet.Field == field).OrderBy(facet => facet.Value, StringComparer.Ordinal);
        return TypedResults.Json(
            new FacetsAnswer(
                [.. Of(SelectionField.Tag).Select(facet => new TagFacet(facet.Value, facet.Count, facet.UsedInShares > 0, facet.UsedInShares))],
                [.. Of(SelectionField.CreatedBy).Select(facet => new ValueFacet(facet.Value, facet.Count))],
                [.. Of(SelectionField.ProcessId).Select(facet => new ValueFacet(facet.Value, facet.Count))],
                shown.Count == all.Count),
            ApiJson.Default.FacetsAnswer);
    }
}
