using System.Diagnostics.CodeAnalysis;

namespace Shares.Hosting;

internal static class HostingFeatures
{
    private const string KestrelSwitch = "Shares.Hosting.Kestrel";

    /// <summary>False in published functions (see <c>Function.props</c>), where the compiler then leaves Kestrel out of the binary.</summary>
    [FeatureSwitchDefinition(KestrelSwitch)]
    public static bool Kestrel => !AppContext.TryGetSwitch(KestrelSwitch, out var on) || on;
}
