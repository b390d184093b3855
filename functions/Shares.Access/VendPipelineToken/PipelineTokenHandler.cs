using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shares.Access.Deciding;
using Shares.Access.Sessions;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Access.VendPipelineToken;

/// <summary>Credentials for one run of a pipeline: all of its inputs, or none when any of them is refused.</summary>
internal sealed partial class PipelineTokenHandler(
    DatasetAccess access, PipelineSessions sessions, Usages usages, GrantLog grants, AccessSettings settings, ILogger<PipelineTokenHandler> logger)
{
    public async Task<IResult> HandleAsync(ProjectRequest request, HttpContext http)
    {
        var ct = http.RequestAborted;
        var body = await JsonBody.ReadAsync(http, AccessJson.Default.PipelineTokenRequest);
        if (!body.Succeeded(out var raw, out var failure)) return Problems.From(failure);
        if (!raw.Validate().Succeeded(out var wanted, out failure)) return Problems.From(failure);
        var decision = await access.DecideAllAsync(request.Caller, wanted.DatasetIds, Purpose.Analyze, "datasetIds", ct);
        if (!decision.Succeeded(out var granted, out failure)) return Problems.From(failure);

        var shared = granted.Where(d => d.Through is not null).ToList();
        var made = await sessions.VendAsync(request.Project, wanted.ExecutionId, shared, ct);
        if (!made.Succeeded(out var vended, out failure)) return Problems.From(failure);
        if (await access.RecheckAsync(request.Caller, granted, Purpose.Analyze, ct) is { } refusal) return Problems.From(refusal);
        if (await usages.RefuseCutOffAsync(request.Project.Id, wanted.ExecutionId, shared, ct) is { } cutOff) return Problems.From(cutOff);
        await grants.PipelineTokenVendedAsync(request, shared, wanted.ExecutionId, ct);
        await usages.RecordAsync(request.Project.Id, wanted.ExecutionId, vended, ct);
        LogVended(wanted.ExecutionId.ToString(), request.Project.Id.ToString(), granted.Count, shared.Count, vended.Count);
        return TypedResults.Json(Response(request, granted, vended), AccessJson.Default.PipelineTokenResponse);
    }

    private PipelineTokenResponse Response(ProjectRequest request, IReadOnlyList<GrantedDataset> granted, IReadOnlyList<PipelineSession> vended)
    {
        var own = granted.Where(d => d.Through is null);
        var first = new CredentialsResponse(vended[0].Credentials, settings.Storage.Region);
        return new(first, [.. own.Concat(vended[0].Datasets).Select(d => Place(request, d))], [.. vended.Skip(1).Select(session => new SessionResponse(
            new CredentialsResponse(session.Credentials, settings.Storage.Region), [.. session.Datasets.Select(d => Place(request, d))]))]);
    }

    private static SessionDataset Place(ProjectRequest request, GrantedDataset granted)
    {
        var place = granted.Through is null ? request.Project.Bucket : granted.Alias(AccessPointKind.Analyze);
        var id = granted.Dataset.Id;
        return new(id.ToString(), $"s3://{place}/{Dataset.Prefix(id).TrimEnd('/')}", granted.Through?.Share.Id.ToString());
    }

    [LoggerMessage(211, LogLevel.Information, "Execution {execution} of project {project} reads {datasets} datasets, {shared} of them shared, in {sessions} sessions")]
    private partial void LogVended(string execution, string project, int datasets, int shared, int sessions);
}
