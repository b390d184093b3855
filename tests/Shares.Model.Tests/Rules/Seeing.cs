namespace Shares.Model.Tests.Rules;

/// <summary>What is in a share, what a share is to a project, and through which shares a project sees a dataset.</summary>
public static class Seeing
{
    public const string Publisher = "PUBLISHER";
    public const string Subscriber = "SUBSCRIBER";
    public const string Available = "AVAILABLE";

    /// <summary>
    /// Named by its id; or, where there are other conditions, with one of the values of each field among them. Only the publisher's own, and completed.
    /// </summary>
    public static bool Holds(Share share, Dataset dataset)
    {
        if (dataset.Project != share.Publisher || dataset.Status != Dataset.Completed) return false;
        if (share.Conditions.Contains(new(Condition.DatasetId, dataset.Id))) return true;
        var fields = share.Conditions.Where(c => c.Field != Condition.DatasetId).GroupBy(c => c.Field).ToList();
        return fields.Count > 0 && fields.TrueForAll(field => field.Any(c => Has(dataset, c)));
    }

    /// <summary>Null when the project does not see the share at all.</summary>
    public static string? TypeOf(State state, Share share, Ref project)
    {
        if (share.IsDeleted) return null;
        if (share.Publisher == project) return Publisher;
        if (!share.Projects.Contains(project) || share.HasExpired(state.Now)) return null;
        return share.Subscribers.ContainsKey(project.Place) ? Subscriber : Available;
    }

    /// <summary>The shares through which a project that does not own the dataset sees it.</summary>
    public static IEnumerable<Share> Showing(State state, Dataset dataset, Ref project) =>
        state.LiveShares.Where(share => TypeOf(state, share, project) == Subscriber && Holds(share, dataset));

    /// <summary>Of several shares the one that gives most: one with downloads, else the one made first by its id.</summary>
    public static Share? Widest(IEnumerable<Share> shares) =>
        shares.OrderBy(share => share.IsViewRestricted).ThenBy(share => share.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The share through which the files are read: of those that allow it and are set up in storage, the one made first by its id.</summary>
    public static Share? Reading(State state, Dataset dataset, Ref project, bool isDownload) => Showing(state, dataset, project)
        .Where(share => isDownload ? !share.IsViewRestricted && share.Storage.Download : share.Storage.Analyze)
        .OrderBy(share => share.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    public static bool Sees(State state, Ref project, Dataset dataset) =>
        dataset.Status != Dataset.Deleted && (dataset.Project == project || Showing(state, dataset, project).Any());

    private static bool Has(Dataset dataset, Condition condition) => condition.Field switch
    {
        Condition.Tag => dataset.Tags.Contains(condition.Value),
        Condition.CreatedBy => dataset.CreatedBy == condition.Value,
        _ => dataset.ProcessId == condition.Value,
    };
}
