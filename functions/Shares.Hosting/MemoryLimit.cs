namespace Shares.Hosting;

/// <summary>Lambda limits memory in a way that .NET does not see, so the collector has to be told.</summary>
internal static class MemoryLimit
{
    /// <summary>Share of the memory that the managed heap may take; the same that .NET leaves itself in a container.</summary>
    private const double HeapShare = 0.75;

    public static void Apply(LambdaEnvironment environment)
    {
        if (environment.MemoryMegabytes is not { } megabytes) return;
        AppContext.SetData("GCHeapHardLimit", (ulong)(megabytes * HeapShare * 1024 * 1024));
        GC.RefreshMemoryLimit();
    }
}
