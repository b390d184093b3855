using Shares.Core.Canaries;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>Where the canary is on its way through all shares: <c>CANARY</c>, <c>META</c>.</summary>
public static class CanaryRoundItem
{
    public static readonly Key Key = new("CANARY", "META");

    public static Item ToItem(CanaryRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Key.ToItem().With("After", round.After?.ToString()).With("Failing", [.. round.Failing.Select(share => share.ToString())]);
    }

    public static CanaryRound FromItem(Item item) => new(
        item.TextOrNull("After") is { } after ? UuidId.Parse<ShareId>(after) : null,
        [.. item.Texts("Failing").Select(UuidId.Parse<ShareId>)]);
}
