namespace Shares.SystemTests.Support;

/// <summary>Where the programs under test stand.</summary>
internal static class Repository
{
    public static readonly string Root = Find();

    /// <summary>The tests run what was built in the same configuration as they.</summary>
    public static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Shares.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run from within the repository.");
        return folder.FullName;
    }
}
