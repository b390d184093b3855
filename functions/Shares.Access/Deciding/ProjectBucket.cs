using Shares.Core.Failures;
using Shares.Core.Projects;

namespace Shares.Access.Deciding;

internal static class ProjectBucket
{
    private static readonly Failure BeingMade = new(ErrorCode.NotReady, "The project's bucket is being made; try again in a few seconds.");

    /// <summary>Null when the bucket is there. Credentials for one that is not would only fail later, and less clearly.</summary>
    public static Failure? Refuse(Project project) => project.Status == ProjectStatus.Pending ? BeingMade : null;
}
