namespace Shares.Local.Aws;

/// <summary>Where the local AWS listens and keeps its data.</summary>
public sealed class LocalAwsOptions
{
    /// <summary>Requests that arrive here come from the Internet.</summary>
    public required int InternetPort { get; init; }

    /// <summary>Requests that arrive here come from inside <see cref="VpcId"/>.</summary>
    public required int VpcPort { get; init; }

    public required string VpcId { get; init; }

    /// <summary>Buckets, objects and access points are kept here and read again at the next start.</summary>
    public required string DataFolder { get; init; }
}
