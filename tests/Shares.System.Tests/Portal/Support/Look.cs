using Microsoft.Playwright;

namespace Shares.SystemTests.Portal.Support;

/// <summary>The window and colours that somebody sees the portal with.</summary>
public sealed record Look(int Width, int Height, ColorScheme Colours)
{
    /// <summary>Wide and high enough that lists of tests need not scroll.</summary>
    public static readonly Look Desk = new(1680, 1200, ColorScheme.Light);

    /// <summary>All that the portal must be fit to be seen with.</summary>
    public static readonly Look[] All =
    [
        Desk,
        Desk with { Colours = ColorScheme.Dark },
        new(360, 780, ColorScheme.Light),
        new(360, 780, ColorScheme.Dark),
    ];

    public override string ToString() => $"{(Colours == ColorScheme.Dark ? "dark" : "light")}-{Width}";
}
