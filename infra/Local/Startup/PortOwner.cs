using System.Globalization;

namespace Shares.Local.Startup;

/// <summary>Tells which process listens on a port, where /proc says it (Linux, own processes or as root).</summary>
internal static class PortOwner
{
    private const string Listening = "0A";

    /// <returns>Such as <c>process 4711 (java)</c>, or <see langword="null"/> when that cannot be seen.</returns>
    public static string? Find(int port)
    {
        try
        {
            var sockets = SocketsOn(port).Select(inode => $"socket:[{inode}]").ToHashSet();
            return Directory.GetDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), out _) && Holds(folder, sockets))
                .Select(folder => $"process {Path.GetFileName(folder)} ({File.ReadAllText(Path.Combine(folder, "comm")).Trim()})")
                .FirstOrDefault();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Columns of /proc/net/tcp: sl, local address:port in hex, remote, state, …, inode as the tenth.</summary>
    private static IEnumerable<string> SocketsOn(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return ((string[])["/proc/net/tcp", "/proc/net/tcp6"]).Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 9 && columns[1].EndsWith(suffix, StringComparison.Ordinal) && columns[3] == Listening)
            .Select(columns => columns[9]);
    }

    private static bool Holds(string processFolder, HashSet<string> sockets)
    {
        try
        {
            return Directory.GetFiles(Path.Combine(processFolder, "fd")).Any(file => File.ResolveLinkTarget(file, returnFinalTarget: false) is { } target && sockets.Contains(target.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
