using Microsoft.Extensions.Logging;
using Shares.Aws.Buckets;
using Shares.Core.Audit;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Provisioning.BucketPolicies;

namespace Shares.Provisioning.MakeBucket;

/// <summary>
/// Gets the bucket of a PENDING project ready: made, if the project did not bring one, and with our statements in its policy. May be
/// repeated.
/// </summary>
public sealed partial class ProjectBucket(
    ProjectStore projects, BucketMaker buckets, KeptBuckets policies, ILogger<ProjectBucket> logger)
{
    private static readonly Actor Self = Actor.System("provisioning");

    public async Task<Outcome> PrepareAsync(ProjectId id, CancellationToken ct)
    {
        if (await projects.FindAsync(id, ct) is not { Status: ProjectStatus.Pending } project) return Outcome.Done;

        var isOurs = project.Bucket == Project.DefaultBucket(id);
        var failure = (isOurs ? await buckets.EnsureAsync(project.Bucket, ct) : null) ?? await policies.EnsureAsync(project, ct);
        if (failure is { IsTransient: true })
        {
            LogTryAgain(id, failure.Code, failure.Detail);
            return Outcome.TryAgain;
        }

        var status = failure is null ? ProjectStatus.Completed : ProjectStatus.Failed;
        var recorded = await projects.SetStatusAsync(id, status, failure?.Detail ?? "", Self, ct);
        if (recorded.Failure is not null) return Outcome.TryAgain;
        if (failure is null) LogReady(id, project.Bucket);
        else LogFailed(id, failure.Code, failure.Detail);
        return failure is null ? Outcome.Done : Outcome.Failed;
    }

    [LoggerMessage(120, LogLevel.Information, "Bucket {Bucket} of project {ProjectId} is ready")]
    private partial void LogReady(ProjectId projectId, string bucket);

    [LoggerMessage(121, LogLevel.Warning, "The bucket of project {ProjectId} is not ready yet: {Code}, {Reason}")]
    private partial void LogTryAgain(ProjectId projectId, string code, string reason);

    [LoggerMessage(122, LogLevel.Error, "The bucket of project {ProjectId} cannot be made ready: {Code}, {Reason}")]
    private partial void LogFailed(ProjectId projectId, string code, string reason);
}
