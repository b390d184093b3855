using System.Globalization;
using Shares.Core.Ids;

namespace Shares.Core.Sessions;

/// <summary>
/// Session tags. The policies of the session roles name them as variables (<c>${aws:PrincipalTag/ap01}</c>); a slot without a
/// value matches nothing, so a session reaches exactly what it was tagged with.
/// </summary>
public static class SessionTags
{
    /// <summary>A pipeline's session: reads the grants, reads and writes its own project's bucket.</summary>
    public static IReadOnlyDictionary<string, string> Pipeline(
        ProjectId subscriber, ExecutionId execution, string ownBucket, IReadOnlyList<Grant> grants) =>
        new Dictionary<string, string>(Slots(grants))
        {
            ["subscriber"] = subscriber.Hex(),
            ["execution"] = execution.ToString(),
            ["bucket"] = ownBucket,
        };

    /// <summary>A person's download through one share; it reaches no bucket directly.</summary>
    public static IReadOnlyDictionary<string, string> SharedDownload(ProjectId subscriber, Grant grant) =>
        new Dictionary<string, string>(Slots([grant])) { ["subscriber"] = subscriber.Hex() };

    /// <summary>A person's download of the project's own datasets.</summary>
    public static IReadOnlyDictionary<string, string> OwnDownload(ProjectId project, string ownBucket) =>
        new Dictionary<string, string> { ["subscriber"] = project.Hex(), ["bucket"] = ownBucket };

    /// <summary>An upload into one dataset of the project's own.</summary>
    public static IReadOnlyDictionary<string, string> Upload(ProjectId project, string ownBucket, DatasetId dataset) =>
        new Dictionary<string, string> { ["subscriber"] = project.Hex(), ["bucket"] = ownBucket, ["ds01"] = dataset.ToString() };

    private static Dictionary<string, string> Slots(IReadOnlyList<Grant> grants)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grants.Count, Limits.GrantsPerSession);
        var tags = new Dictionary<string, string>();
        for (var slot = 0; slot < grants.Count; slot++)
        {
            var number = (slot + 1).ToString("00", CultureInfo.InvariantCulture);
            tags[$"ap{number}"] = grants[slot].AccessPoint.ToString();
            tags[$"ds{number}"] = grants[slot].DatasetId.ToString();
        }

        return tags;
    }
}
