using System.Globalization;

namespace Shares.Model.Tests.Operations;

/// <summary>The size of pages in a query.</summary>
internal static class PageQuery
{
    public static IReadOnlyList<(string Name, string Value)> Of(int? limit) =>
        limit is null ? [] : [("limit", limit.Value.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A list may be asked for in pages of 1 and more.</summary>
    public static IEnumerable<string> WrongFields(int? limit) => limit < 1 ? ["limit"] : [];
}
