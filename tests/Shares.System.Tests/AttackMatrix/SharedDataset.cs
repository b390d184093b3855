using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;
using Shares.Core.Sharing;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>A dataset and the share that it is in.</summary>
internal sealed record SharedDataset(Share Share, DatasetId Dataset, string Bucket)
{
    /// <summary>What its access points refuse.</summary>
    public Revocations Revocations { get; init; } = Revocations.None;

    /// <summary>The same in the words of the intent.</summary>
    public Cut? Cut { get; init; }

    public Grant Analyze => new(DesiredState.WantedName(Share, AccessPointKind.Analyze), Dataset);

    public Grant Download => new(DesiredState.WantedName(Share, AccessPointKind.Download), Dataset);

    public string Prefix => $"datasets/{Dataset}/";

    public string Key => $"{Prefix}data/reads.fastq";

    public static SharedDataset Number(int number, string bucket, DateTimeOffset? expiresAt = null, bool isViewRestricted = false) => new(
        new Share
        {
            Id = ShareId.From(new Guid($"0197b000-0000-7000-8000-{number:x12}")),
            Name = "RNA-seq",
            PublisherId = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000a")),
            Selection = new Selection([]),
            IsViewRestricted = isViewRestricted,
            ExpiresAt = expiresAt,
            AnalyzeGeneration = 2,
            DownloadGeneration = 3,
            CreatedBy = UserId.Parse("core-admin"),
            CreatedAt = ProvisionedStorage.Now,
            UpdatedAt = ProvisionedStorage.Now,
        },
        DatasetId.From(new Guid($"0197c000-0000-7000-8000-{number:x12}")),
        bucket);
}
