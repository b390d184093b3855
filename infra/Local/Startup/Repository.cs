namespace Shares.Local.Startup;

/// <summary>The working copy that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release, as this program was built; functions are taken from the same build.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new StartupException("This program runs from where it was built, below Shares.sln.")
        : File.Exists(Path.Combine(folder.FullName, "Shares.sln")) ? folder.FullName
        : FindRoot(folder.Parent);
}
