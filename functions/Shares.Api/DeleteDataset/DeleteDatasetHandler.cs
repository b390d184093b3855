using Microsoft.AspNetCore.Http;
using Shares.Api.Datasets;
using Shares.Data.Datasets;
using Shares.Data.Sharing;
using Shares.Web;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.DeleteDataset;

/// <summary>An administrator deletes an own dataset: it leaves all lists and shares at once. Its files stay in the project's bucket.</summary>
internal static class DeleteDatasetHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ProjectRequest request, DatasetStore datasets, ShareStore shares, TimeProvider time)
    {
        if (await DatasetSight.RefuseUnlessOwnAsync(request, http, shares, time) is { } refusal) return Problems.From(refusal);
        var deleted = await datasets.DeleteAsync(request.Dataset.Id, http.Request.ExpectedVersion(), request.Actor, http.RequestAborted);
        return deleted.Failure is { } failure ? Problems.From(failure) : TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }
}
