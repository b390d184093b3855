namespace Shares.Model.Tests.Rules;

/// <summary>What storage has of a share. It follows changes when it is told to, and not by itself.</summary>
/// <param name="Analyze">There is an access point for analyses.</param>
/// <param name="Download">There is an access point for downloads. It is lost for good when the share becomes analyze-only.</param>
/// <param name="IsCurrent">Nothing has changed since storage was set up that it has to follow.</param>
/// <param name="VerificationAskedAt">Null while none waits to be done.</param>
public sealed record Storage(bool Analyze = false, bool Download = false, bool IsCurrent = false, DateTimeOffset? VerificationAskedAt = null)
{
    public const string ForAnalyses = "ANALYZE";
    public const string ForDownloads = "DOWNLOAD";

    /// <summary>What stands for a bucket's name in data calls through an access point.</summary>
    public static string Alias(string shareId, string kind) => $"shr-{shareId}-{kind[..1].ToLowerInvariant()}-s3alias";
}
