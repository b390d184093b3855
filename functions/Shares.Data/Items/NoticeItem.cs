using Shares.Core.Egress.Costs;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>That somebody is to be told, or was, how far a share's egress has come in a month: <c>NOTICE#{yyyy-mm}</c>, <c>{share}#{what}</c>; TTL.</summary>
public static class NoticeItem
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(100);

    public static Key KeyOf(BillingPeriod period, ShareId share, string what) => new($"NOTICE#{period}", $"{share}#{KeyText.Escape(what)}");

    /// <summary>Nobody has told it, and nobody who is alive is about to.</summary>
    public static Expr IsOpen(DateTimeOffset now) =>
        new($"{Expr.Absent.Text} OR (attribute_not_exists(#ToldAt) AND #ClaimedUntil < :now)", new Item().With(":now", now));

    public static Expr Claim(DateTimeOffset until, DateTimeOffset now) => new(
        "SET #ClaimedUntil = :until, #Expires = :expires", new Item().With(":until", until).With(":expires", (now + Kept).ToUnixTimeSeconds()));

    public static Expr Told(DateTimeOffset now) => new("SET #ToldAt = :told", new Item().With(":told", now));

    public static Expr GiveBack() => new("SET #ClaimedUntil = :never", new Item().With(":never", DateTimeOffset.UnixEpoch));
}
