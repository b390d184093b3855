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

namespace Shares.Access;

/// <summary>Every route of this function, and who may use it.</summary>
internal static class AccessRoutes
{
    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/projects/{project}/datasets/{dataset}/files", (
            ProjectRequest request, HttpContext http, [FromServices] ListFilesHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader | Who.Pipeline);
        routes.MapPost("/projects/{project}/datasets/{dataset}/files:presign", (
            ProjectRequest request, HttpContext http, [FromServices] PresignFilesHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader);
        routes.MapPost("/projects/{project}/datasets/{dataset}:complete", (
            ProjectRequest request, HttpContext http, [FromServices] CompleteDatasetHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Writer | Who.Pipeline);
        routes.MapPost("/projects/{project}/s3-token", (
            ProjectRequest request, HttpContext http, [FromServices] StorageTokenHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Reader);
        routes.MapPost("/projects/{project}/pipeline-token", (
            ProjectRequest request, HttpContext http, [FromServices] PipelineTokenHandler handler) => handler.HandleAsync(request, http))
            .Requires(Who.Pipeline);
    }
}
