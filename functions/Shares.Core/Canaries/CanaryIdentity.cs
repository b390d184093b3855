using Shares.Core.Ids;

namespace Shares.Core.Canaries;

/// <summary>
/// Who tries the doors of shares, and the one dataset that sessions of it are for. Nobody else ever has these ids: ids that are made here are
/// of version 7. <c>infra/access-roles.yaml</c> names the dataset and the source identity too.
/// </summary>
public static class CanaryIdentity
{
    public static readonly ProjectId Project = UuidId.Parse<ProjectId>("00000000-0000-8000-8000-0000000ca4a0");
    public static readonly DatasetId Dataset = UuidId.Parse<DatasetId>("00000000-0000-8000-8000-0000000ca4a1");

    /// <summary>For which it has no session.</summary>
    public static readonly DatasetId OtherDataset = UuidId.Parse<DatasetId>("00000000-0000-8000-8000-0000000ca4a2");

    public static readonly UserId User = UserId.Parse("canary");

    public static bool Owns(DatasetId dataset) => dataset == Dataset || dataset == OtherDataset;

    /// <summary>The one object that is read: made by the canary itself in each bucket that it looks at, and nobody's data.</summary>
    public static string Key(DatasetId dataset) => $"{Datasets.Dataset.Prefix(dataset)}data/canary";
}
