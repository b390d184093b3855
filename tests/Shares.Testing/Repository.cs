namespace Shares.Testing;

/// <summary>Where the sources stand that the tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shares.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run from within the repository.");
        return folder.FullName;
    }
}
