namespace Shares.Local.Startup;

/// <summary>Where data and logs are: the folder that was asked for, or one in the temporary folder that disposal deletes.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly bool _isKept;

    public WorkFolder(string? dataFolder)
    {
        _isKept = dataFolder is not null;
        Path = dataFolder is null ? Directory.CreateTempSubdirectory("shares-local-").FullName : Directory.CreateDirectory(dataFolder).FullName;
    }

    public string Path { get; }

    public string Logs => System.IO.Path.Combine(Path, "logs");

    public string Storage => System.IO.Path.Combine(Path, "s3");

    /// <summary><see langword="null"/> keeps the tables in memory.</summary>
    public string? Tables => Kept("dynamodb");

    /// <summary><see langword="null"/> keeps them in memory.</summary>
    public string? Checkpoints => Kept("stream-checkpoints.json");

    /// <summary><see langword="null"/>: a key for each run.</summary>
    public string? Issuer => Kept("oidc");

    public void Dispose()
    {
        if (!_isKept) Directory.Delete(Path, recursive: true);
    }

    private string? Kept(string name) => _isKept ? System.IO.Path.Combine(Path, name) : null;
}
