using System.Globalization;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>How often a caller did something in a window of time: <c>RATE#{caller}</c>, <c>{what}#{begin of the window, Unix seconds}</c>.</summary>
public static class RateItem
{
    public static Key KeyOf(string caller, string what, DateTimeOffset begin) =>
        new($"RATE#{KeyText.Escape(caller)}", string.Create(CultureInfo.InvariantCulture, $"{what}#{begin.ToUnixTimeSeconds()}"));

    /// <param name="expires">When the window is over.</param>
    public static Expr CountOne(DateTimeOffset expires) =>
        new("SET #Expires = :expires ADD #Count :one", new Item().With(":expires", expires.ToUnixTimeSeconds()).With(":one", 1));

    public static Expr HasRoom(int limit) => new("attribute_not_exists(#Count) OR #Count < :limit", new Item().With(":limit", limit));
}
