using System.Collections.Frozen;
using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Testing;

namespace Shares.Data.Tests;

/// <summary>Plain values for tests that are not about values.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    public static readonly UserId Ada = UserId.Parse("ada");
    public static readonly UserId Bob = UserId.Parse("bob");
    public static readonly IReadOnlySet<ShareType> EveryType = new HashSet<ShareType> { ShareType.Publisher, ShareType.Subscriber, ShareType.Available };
    public static readonly Actor AsAda = Ada.Acting();
    public static readonly Actor AsBob = Bob.Acting();

    public static T New<T>() where T : struct, IUuidId<T> => UuidId.New<T>(TimeProvider.System);

    public static IReadOnlyList<T> Many<T>(int count) where T : struct, IUuidId<T> => [.. Enumerable.Range(0, count).Select(_ => New<T>())];

    public static Project Project(string name = "lab", bool isShareable = true, bool isDiscoverable = false)
    {
        var id = New<ProjectId>();
        return new()
        {
            Id = id,
            Name = name,
            Status = ProjectStatus.Completed,
            Bucket = Core.Projects.Project.DefaultBucket(id),
            Settings = new() { IsShareable = isShareable, IsDiscoverable = isDiscoverable },
            CreatedBy = Ada,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
    }

    public static Dataset Dataset(ProjectId project, params string[] tags) => new()
    {
        Id = New<DatasetId>(),
        ProjectId = project,
        Name = "reads",
        ProcessId = "fastq",
        Status = DatasetStatus.Completed,
        Tags = tags,
        CreatedBy = Ada,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static Share Share(ProjectId publisher, params IEnumerable<ProjectId> projects) => new()
    {
        Id = New<ShareId>(),
        Name = "atlas",
        PublisherId = publisher,
        Selection = new([new(SelectionField.Tag, "atlas")]),
        SharedProjectIds = projects.ToFrozenSet(),
        IsViewRestricted = true,
        CreatedBy = Ada,
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
