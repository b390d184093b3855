using Shares.Aws.Objects;
using Shares.Core.Datasets;
using Shares.Core.Projects;
using Shares.Data.Projects;

namespace Shares.Access.Deciding;

/// <summary>The files of a dataset as its owner's bucket has them, listed with the function's own role.</summary>
internal sealed class DatasetFiles(ObjectLister lister, ProjectStore projects)
{
    /// <param name="caller">The project of the caller, which is read already.</param>
    /// <param name="after">Only files after this path.</param>
    /// <returns>Paths relative to <see cref="Dataset.Prefix"/>, in the order of S3.</returns>
    public async Task<IAsyncEnumerable<StoredFile>> ListAsync(Dataset dataset, Project caller, string? after, CancellationToken ct)
    {
        var owner = dataset.ProjectId == caller.Id ? caller : await projects.FindAsync(dataset.ProjectId, ct);
        var bucket = owner?.Bucket ?? throw new InvalidOperationException("A dataset's project is never deleted.");
        return lister.ListAsync(bucket, Dataset.Prefix(dataset.Id), after, ct);
    }
}
