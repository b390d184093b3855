namespace Shares.Access.CompleteDataset;

/// <param name="Status">COMPLETED.</param>
/// <param name="FileCount">Files under <c>datasets/{id}/</c> when the upload was completed.</param>
internal sealed record CompleteDatasetResponse(string Id, string Status, long FileCount, long TotalSizeBytes, string Message);
