using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Bodies;

namespace Shares.Access.VendStorageToken;

/// <summary>PROJECT_DOWNLOAD, SHARED_DATASET_DOWNLOAD or DATASET_UPLOAD in the API.</summary>
internal enum StorageAccessType
{
    /// <summary>Reads every dataset of the own project.</summary>
    ProjectDownload,

    /// <summary>Reads one dataset through a share that allows downloads.</summary>
    SharedDatasetDownload,

    /// <summary>Writes files of one dataset of the own project.</summary>
    DatasetUpload,
}

/// <param name="DatasetId">Needed by all but PROJECT_DOWNLOAD.</param>
/// <param name="TokenLifetimeHours">Over zero; more than one hour gives one hour, less than 15 minutes gives 15 minutes.</param>
internal sealed record StorageTokenRequest(string? AccessType, string? DatasetId, decimal? TokenLifetimeHours)
{
    public Result<StorageToken> Validate()
    {
        var errors = new FieldErrors();
        if (!ContractName.TryParse<StorageAccessType>(AccessType, out var type))
            errors.Add("accessType", $"must be one of {string.Join(", ", ContractName.All<StorageAccessType>())}");
        var needsDataset = type != StorageAccessType.ProjectDownload;
        if (!UuidId.TryParse<DatasetId>(DatasetId, out var dataset) && needsDataset) errors.Add("datasetId", "must be the id of a dataset");
        if (TokenLifetimeHours <= 0) errors.Add("tokenLifetimeHours", "must be over 0");
        if (errors.Failure is { } failure) return failure;
        var lifetime = TokenLifetimeHours < 1 ? Limits.SessionLifetime * (double)TokenLifetimeHours.Value : Limits.SessionLifetime;
        return new StorageToken(type, dataset, lifetime);
    }
}

/// <param name="DatasetId">Of no meaning for PROJECT_DOWNLOAD.</param>
/// <param name="Lifetime">At most one hour.</param>
internal sealed record StorageToken(StorageAccessType AccessType, DatasetId DatasetId, TimeSpan Lifetime);
