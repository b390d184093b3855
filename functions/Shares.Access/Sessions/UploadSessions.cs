using Shares.Access.Deciding;
using Shares.Aws.Sessions;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Projects;
using Shares.Core.Sessions;
using Shares.Web.Gate;

namespace Shares.Access.Sessions;

/// <summary>Sessions of SharesUploadRole: they put files of one dataset and read nothing.</summary>
internal sealed class UploadSessions(SessionVendor vendor, DatasetAccess access, AccessSettings settings, TimeProvider time)
{
    private static readonly Failure TakesContributor =
        new(ErrorCode.RoleTooLow, "Uploading takes the role OWNER, ADMIN or CONTRIBUTOR in the project.");

    /// <param name="dataset">Null when it does not exist.</param>
    public async Task<Result<VendedCredentials>> NewAsync(ProjectRequest request, Dataset? dataset, TimeSpan lifetime, CancellationToken ct)
    {
        if (Refuse(request, dataset) is { } refusal) return refusal;
        var project = request.Project;
        var wanted = new SessionRequest(
            settings.UploadRoleArn,
            SessionIdentity.Of(project.Id, request.UserId),
            SessionTags.Upload(project.Id, project.Bucket, dataset!.Id),
            time.GetUtcNow() + lifetime);
        if (await vendor.VendAsync(wanted, ct) is not VendedSession.Vended vended) return Outage.OfSessions;
        return await access.RecheckAsync(request.Caller, [], Purpose.See, ct) is { } changed ? changed : vended.Credentials;
    }

    /// <summary>Another project's dataset is nothing here, also when it is shared with this one.</summary>
    private static Failure? Refuse(ProjectRequest request, Dataset? dataset) => dataset switch
    {
        _ when request.Caller.Role?.Contributes() != true => TakesContributor,
        null or { Status: DatasetStatus.Deleted } => Failure.NotFound,
        _ when dataset.ProjectId != request.Project.Id => Failure.NotFound,
        { Status: DatasetStatus.Completed or DatasetStatus.Archived } => Failure.Invalid(
            "datasetId",
            $"is {ContractName.Of(dataset.Status)}: what was counted, and is shared, stays as it is. Register another dataset for more files"),
        _ => ProjectBucket.Refuse(request.Project),
    };
}
