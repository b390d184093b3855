namespace Shares.Bench;

internal static class Repository
{
    /// <summary>The folder that holds Shares.sln.</summary>
    public static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Shares.sln")) ? folder.FullName : Find(folder.Parent!);
}
