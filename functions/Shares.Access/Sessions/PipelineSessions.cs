using Shares.Access.Deciding;
using Shares.Aws.Sessions;
using Shares.Core;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sessions;

namespace Shares.Access.Sessions;

/// <summary>A session, and the shared datasets that it reads.</summary>
internal sealed record PipelineSession(VendedCredentials Credentials, IReadOnlyList<GrantedDataset> Datasets);

/// <summary>
/// Sessions of SharesPipelineRole for one execution. Callers have been granted the analysis just before, and decide once more after.
/// </summary>
internal sealed class PipelineSessions(SessionVendor vendor, LiveGrants grants, AccessSettings settings, TimeProvider time)
{
    /// <summary>
    /// As few sessions as hold the shared datasets: <see cref="Limits.GrantsPerSession"/> in each, or half of that and less where
    /// STS finds the tags too many. At least one, which writes in the own bucket. All or none.
    /// </summary>
    public async Task<Result<IReadOnlyList<PipelineSession>>> VendAsync(
        Project project, ExecutionId execution, IReadOnlyList<GrantedDataset> shared, CancellationToken ct)
    {
        await grants.WaitForRevocationsAsync(shared, ct);
        var sessions = new List<PipelineSession>();
        var waiting = new Stack<GrantedDataset[]>(shared.Chunk(Limits.GrantsPerSession).DefaultIfEmpty([]).Reverse());
        while (waiting.TryPop(out var part))
        {
            switch (await VendOneAsync(project, execution, part, ct))
            {
                case VendedSession.Vended vended when !LiveGrants.IsRefused(part, vended.IssuedAt):
                    sessions.Add(new PipelineSession(vended.Credentials, part));
                    break;
                case VendedSession.TooManyTags when part.Length > 1:
                    waiting.Push(part[(part.Length / 2)..]);
                    waiting.Push(part[..(part.Length / 2)]);
                    break;
                default:
                    return Outage.OfSessions;
            }
        }

        await grants.RecordAsync(project.Id, null, shared, ct);
        return sessions;
    }

    private Task<VendedSession> VendOneAsync(Project project, ExecutionId execution, GrantedDataset[] part, CancellationToken ct)
    {
        var tags = SessionTags.Pipeline(project.Id, execution, project.Bucket, [.. part.Select(d => d.Grant(AccessPointKind.Analyze))]);
        var longest = time.GetUtcNow() + Limits.SessionLifetime;
        var until = part.Select(d => d.SessionEnd(longest)).Append(longest).Min();
        return vendor.VendAsync(new(settings.Storage.PipelineRoleArn, SessionIdentity.Of(project.Id, execution), tags, until), ct);
    }
}
