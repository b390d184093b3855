using Shares.Core.Egress.Costs;

namespace Shares.Api.PreviewShare;

/// <summary>The prices of the Region that the function runs in, from the file that is packed with it.</summary>
/// <param name="Current">Null when there is no file for the Region.</param>
internal sealed record EgressPrices(PriceList? Current)
{
    /// <param name="region">Null outside AWS.</param>
    public static EgressPrices Of(string? region)
    {
        // A name of a Region has no separators; only what was packed can be found.
        var file = Path.Combine(AppContext.BaseDirectory, "prices", $"{Path.GetFileName(region)}.json");
        return new(File.Exists(file) ? PriceList.Parse(File.ReadAllBytes(file)) : null);
    }
}
