using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// Says that a publisher has rows in a month: <c>EGRESS#{yyyy-mm}</c>, <c>PROJECT#{publisher}</c>. Written before the first of them and then left
/// alone: every download of every reader would wait for sums that it held.
/// </summary>
public static class EgressMonthItem
{
    public const string Prefix = ProjectItem.Prefix;

    public static string Partition(BillingPeriod period) => $"EGRESS#{period}";

    public static Key KeyOf(BillingPeriod period, ProjectId publisher) => new(Partition(period), ProjectItem.Partition(publisher));

    public static ProjectId PublisherOf(Item item) => UuidId.Parse<ProjectId>(Key.Of(item).Sort[Prefix.Length..]);
}
