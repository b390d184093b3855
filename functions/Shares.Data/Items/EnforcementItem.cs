using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>How storage enforces a share: <c>SHARE#{s}</c>, <c>ENFORCEMENT</c>. Outlives the share until nothing is left in storage.</summary>
public static class EnforcementItem
{
    /// <summary>With it begin also the keys of what waits to get into the record.</summary>
    public const string Sort = "ENFORCEMENT";

    public static Key KeyOf(ShareId share) => new(ShareItem.Partition(share), Sort);

    public static Expr RevisionIs(long revision) => new("#Revision = :revision", new Item().With(":revision", revision));

    public static Item ToItem(ShareId share, Enforcement enforcement)
    {
        ArgumentNullException.ThrowIfNull(enforcement);
        return KeyOf(share).ToItem()
            .With("State", enforcement.State)
            .With("ShareVersion", enforcement.ShareVersion)
            .With("AccountedVersion", enforcement.AccountedVersion)
            .With("AccessPoints", enforcement.AccessPoints, name => AttributeWriting.Text(name.ToString()))
            .With("AnalyzeRevocations", RevocationListMap.Write(enforcement.Revocations.Analyze))
            .With("DownloadRevocations", RevocationListMap.Write(enforcement.Revocations.Download))
            .With("Differences", enforcement.Differences, DifferenceMap.Write)
            .With("Runs", enforcement.Runs, run => new() { M = new Item().With("Name", run.Key).With("Until", run.Value) })
            .With("Reason", enforcement.Reason)
            .With("PendingSince", enforcement.PendingSince)
            .With("EffectiveAt", enforcement.EffectiveAt)
            .With("LastVerifiedAt", enforcement.LastVerifiedAt)
            .With("DueAt", enforcement.DueAt)
            .With("UpdatedAt", enforcement.UpdatedAt)
            .With("Revision", enforcement.Revision);
    }

    public static Enforcement FromItem(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new()
        {
            State = item.Name<EnforcementState>("State"),
            ShareVersion = item.Number("ShareVersion"),
            AccountedVersion = item.Number("AccountedVersion"),
            AccessPoints = item.List("AccessPoints", value => AccessPointName.Parse(value.S)),
            Revocations = new(Revocations(item, "AnalyzeRevocations"), Revocations(item, "DownloadRevocations")),
            Differences = item.List("Differences", DifferenceMap.Read),
            Runs = item.List("Runs", run => KeyValuePair.Create(run.M.Text("Name"), run.M.Time("Until"))).ToDictionary(),
            Reason = item.TextOrNull("Reason"),
            PendingSince = item.TimeOrNull("PendingSince"),
            EffectiveAt = item.TimeOrNull("EffectiveAt"),
            LastVerifiedAt = item.TimeOrNull("LastVerifiedAt"),
            DueAt = item.Time("DueAt"),
            UpdatedAt = item.Time("UpdatedAt"),
            Revision = item.Number("Revision"),
        };
    }

    private static RevocationList Revocations(Item item, string name) => RevocationListMap.Read(item.GetValueOrDefault(name));
}
