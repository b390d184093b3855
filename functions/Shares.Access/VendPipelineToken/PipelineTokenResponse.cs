namespace Shares.Access.VendPipelineToken;

/// <summary>One session and what it reads; it writes in the project's own bucket.</summary>
internal sealed record SessionResponse(CredentialsResponse Credentials, IReadOnlyList<SessionDataset> Datasets);

/// <summary>
/// The first session, which reads all the own datasets, and as many shared ones as fit into its tags.
/// </summary>
/// <param name="More">Sessions that read the rest of the shared datasets; empty when one session was enough.</param>
internal sealed record PipelineTokenResponse(
    CredentialsResponse Credentials, IReadOnlyList<SessionDataset> Datasets, IReadOnlyList<SessionResponse> More);

/// <param name="S3">
/// <c>s3://{bucket or alias}/datasets/{id}</c>. Through an alias, readable by this session and from inside the pipelines' VPC only.
/// </param>
/// <param name="ShareId">The share that gives access; absent for an own dataset.</param>
internal sealed record SessionDataset(string DatasetId, string S3, string? ShareId);
