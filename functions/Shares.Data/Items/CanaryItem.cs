using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// What the canary found of a share: <c>CANARY#{s}</c>, <c>META</c>. Not in the share's own partition, which the canary may not write into.
/// DynamoDB removes it some time after <see cref="Kept"/>.
/// </summary>
public static class CanaryItem
{
    public const string Prefix = "CANARY#";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Key KeyOf(ShareId share) => new($"{Prefix}{share}", Key.Meta);

    public static Item ToItem(ShareId share, CanaryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return KeyOf(share).ToItem()
            .With("TriedAt", result.TriedAt)
            .With("Passed", result.Passed)
            .With("Trials", result.Trials, trial => new()
            {
                M = new Item().With("Trial", trial.Trial).With("AccessPoint", trial.AccessPoint).With("Passed", trial.Passed),
            })
            .With("Expires", (result.TriedAt + Kept).ToUnixTimeSeconds());
    }

    public static CanaryResult FromItem(Item item) => new(
        item.Time("TriedAt"),
        item.List("Trials", trial => new TrialOutcome(trial.M.Name<CanaryTrial>("Trial"), trial.M.Text("AccessPoint"), trial.M.Flag("Passed"))));

    public static ShareId ShareOf(Item item) => UuidId.Parse<ShareId>(Key.Of(item).Partition[Prefix.Length..]);
}
