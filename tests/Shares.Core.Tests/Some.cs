using CsCheck;
using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Core.Tests;

/// <summary>Plain, valid values; a test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    public static readonly ProjectId Publisher = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000a"));
    public static readonly ProjectId Subscriber = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000b"));
    public static readonly ProjectId Stranger = ProjectId.From(new Guid("0197a000-0000-7000-8000-00000000000c"));
    public static readonly UserId Person = UserId.Parse("lab-member");
    public static readonly StorageContext Storage = new(
        "us-east-1", "111122223333", "vpc-0a1b2c3d",
        "arn:aws:iam::111122223333:role/SharesPipelineRole", "arn:aws:iam::111122223333:role/SharesDownloadRole");

    public static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static DatasetId DatasetId(int number) => Core.Ids.DatasetId.From(new Guid($"0197c000-0000-7000-8000-{number:x12}"));

    public static ShareId ShareId(int number) => Core.Ids.ShareId.From(new Guid($"0197b000-0000-7000-8000-{number:x12}"));

    public static Dataset Dataset(int number = 1) => new()
    {
        Id = DatasetId(number),
        ProjectId = Publisher,
        Name = "RNA-seq run",
        ProcessId = "paired_dnaseq",
        Status = DatasetStatus.Completed,
        Tags = ["rna-seq"],
        CreatedBy = UserId.Parse("core-admin"),
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static Share Share(int number = 1, bool isViewRestricted = true) => WithAccessPoints(new Share
    {
        Id = ShareId(number),
        Name = "RNA-seq",
        PublisherId = Publisher,
        Selection = new Selection([new Condition(SelectionField.Tag, "rna-seq")]),
        SharedProjectIds = [Subscriber],
        IsViewRestricted = isViewRestricted,
        CreatedBy = UserId.Parse("core-admin"),
        CreatedAt = Now,
        UpdatedAt = Now,
    });

    /// <summary>As Provisioning leaves a share whose storage is up to date.</summary>
    public static Share WithAccessPoints(Share share)
    {
        ProvisionedAccessPoint Made(AccessPointKind kind) => new(DesiredState.WantedName(share, kind), $"{kind}-alias-s3alias");
        return share with
        {
            Enforcement = new EnforcementSummary(
                EnforcementState.Enforced, Made(AccessPointKind.Analyze), share.IsViewRestricted ? null : Made(AccessPointKind.Download)),
        };
    }

    public static Project Project(ProjectId id) => new()
    {
        Id = id,
        Name = "A project",
        Status = ProjectStatus.Completed,
        Bucket = $"project-{id.Hex()[^4..]}",
        PipelineRoleArn = $"arn:aws:iam::111122223333:role/pipelines/{id.Hex()[^1]}-pipeline",
        CreatedBy = Person,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static ProjectCaller Member(ProjectId project, Role role = Role.Collaborator) =>
        ProjectCaller.Resolve(Project(project), new Caller.Person(Person, "", []), new Member(project, Person, role))!;

    public static ProjectCaller Pipeline(ProjectId project) =>
        ProjectCaller.Resolve(Project(project), new Caller.AwsRole(new RoleArn("111122223333", $"{project.Hex()[^1]}-pipeline"), "job"), null)!;

    public static RelatedShare Subscribed(Share share, ProjectId? project = null, ShareType type = ShareType.Subscriber) =>
        new(share, new Relation(project ?? Subscriber, share.PublisherId, share.Id, type, Person, Now));
}
