using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shares.Access.Deciding;
using Shares.Access.Sessions;
using Shares.Aws.Sessions;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Data.Datasets;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Access.VendStorageToken;

/// <summary>Credentials for people who move many or large files with AWS's own tools.</summary>
internal sealed partial class StorageTokenHandler(
    DatasetStore datasets,
    DatasetAccess access,
    DownloadSessions downloads,
    UploadSessions uploads,
    GrantLog grants,
    AccessSettings settings,
    ILogger<StorageTokenHandler> logger)
{
    private static readonly Failure OwnDataset = Failure.Invalid("datasetId", "is a dataset of this project: PROJECT_DOWNLOAD reads it");

    public async Task<IResult> HandleAsync(ProjectRequest request, HttpContext http)
    {
        var body = await JsonBody.ReadAsync(http, AccessJson.Default.StorageTokenRequest);
        if (!body.Succeeded(out var raw, out var failure)) return Problems.From(failure);
        if (!raw.Validate().Succeeded(out var wanted, out failure)) return Problems.From(failure);
        var session = await VendAsync(request, wanted, http.RequestAborted);
        if (!session.Succeeded(out var credentials, out failure)) return Problems.From(failure);
        var dataset = wanted.AccessType == StorageAccessType.ProjectDownload ? "all" : wanted.DatasetId.ToString();
        LogVended(ContractName.Of(wanted.AccessType), request.Project.Id.ToString(), dataset, credentials.ExpiresAt);
        return TypedResults.Json(new CredentialsResponse(credentials, settings.Storage.Region), AccessJson.Default.CredentialsResponse);
    }

    private Task<Result<VendedCredentials>> VendAsync(ProjectRequest request, StorageToken wanted, CancellationToken ct) => wanted.AccessType switch
    {
        StorageAccessType.ProjectDownload => downloads.NewForOwnAsync(request.Caller, request.UserId, wanted.Lifetime, ct),
        StorageAccessType.SharedDatasetDownload => ShareAsync(request, wanted, ct),
        _ => UploadAsync(request, wanted, ct),
    };

    private async Task<Result<VendedCredentials>> ShareAsync(ProjectRequest request, StorageToken wanted, CancellationToken ct)
    {
        var dataset = await datasets.FindAsync(wanted.DatasetId, ct);
        var decision = await access.DecideAsync(request.Caller, dataset, Purpose.Download, ct);
        if (!decision.Succeeded(out var granted, out var refusal)) return refusal;
        if (granted.Through is null) return OwnDataset;
        var vended = await downloads.NewForSharedAsync(request.Caller, request.UserId, granted, wanted.Lifetime, ct);
        if (vended.Failure is null) await grants.StorageTokenVendedAsync(request, granted, ct);
        return vended;
    }

    private async Task<Result<VendedCredentials>> UploadAsync(ProjectRequest request, StorageToken wanted, CancellationToken ct) =>
        await uploads.NewAsync(request, await datasets.FindAsync(wanted.DatasetId, ct), wanted.Lifetime, ct);

    [LoggerMessage(210, LogLevel.Information, "{accessType} for project {project}, dataset {dataset}, until {expiresAt:O}")]
    private partial void LogVended(string accessType, string project, string dataset, DateTimeOffset expiresAt);
}
