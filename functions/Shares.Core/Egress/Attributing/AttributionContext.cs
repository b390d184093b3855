namespace Shares.Core.Egress.Attributing;

/// <summary>Where the access points of shares are, and whose sessions read through them.</summary>
/// <param name="PipelineRole">Name of the role, without account and path.</param>
/// <param name="DownloadRole">As <paramref name="PipelineRole"/>.</param>
public sealed record AttributionContext(string Partition, string Region, string AccountId, string PipelineRole, string DownloadRole);
