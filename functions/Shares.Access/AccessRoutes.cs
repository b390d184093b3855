using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shares.Access.CompleteDataset;
using Shares.Access.ListFiles;
using Shares.Access.PresignFiles;
using Shares.Access.VendPipelineToken;
using Shares.Access.VendStorageToken;
using Shares.Web.Gate;
using Shares.Web.Rates;
using Shares.Web.Repeats;

namespace Shares.Access;

/// <summary>Every route of this function, and who may use it.</summary>
internal static class AccessRoutes
{
    /// <summary>Of a person: enough for the pages of the largest datasets, too few to keep a function busy for nothing.</summary>
    private const int PresignsPerMinute = 300;

    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/projects/{project}/datasets/{dataset}/files", (
            ProjectRequest request, HttpContext http, [FromServices] ListFilesHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader | Who.Pipeline);
        routes.MapPost("/projects/{project}/datasets/{dataset}/files:presign", (
            ProjectRequest request, HttpContext http, [FromServices] PresignFilesHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader).RunsAgain().AtMost("presign", PresignsPerMinute);
        routes.MapPost("/projects/{project}/datasets/{dataset}:complete", (
            ProjectRequest request, HttpContext http, [FromServices] CompleteDatasetHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Writer | Who.Pipeline).RunsAgain();
        routes.MapPost("/projects/{project}/s3-token", (
            ProjectRequest request, HttpContext http, [FromServices] StorageTokenHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader).RunsAgain();
        routes.MapPost("/projects/{project}/pipeline-token", (
            ProjectRequest request, HttpContext http, [FromServices] PipelineTokenHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Pipeline).RunsAgain();
    }
}
