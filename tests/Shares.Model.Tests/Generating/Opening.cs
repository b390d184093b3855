using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Operations.Files;
using Shares.Model.Tests.Operations.Projects;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>
/// How every sequence begins, so that there is something to do from the start: a publisher (#0) with people in all roles and four datasets, a
/// subscriber (#1), a third project without a bucket (#2), and a share through which a run
/// of a pipeline reads.
/// </summary>
internal static class Opening
{
    private static readonly Ref Publisher = new(0), Subscriber = new(1), Third = new(2);
    private static readonly Actor Ann = new Actor.Person("ann"), Bob = new Actor.Person("bob"), Col = new Actor.Person("col");

    private static readonly Operation[] All =
    [
        new CreateProject(new Actor.Person("ann", IsPlatformAdmin: true), new("Alpha", "", true, true, "bucket-0", "pipeline-0")),
        new CreateProject(new Actor.Person("bob", IsPlatformAdmin: true), new("Béta", "", true, true, "bucket-1", "pipeline-1")),
        new CreateProject(new Actor.Person("cem", IsPlatformAdmin: true), new("gamma#", "", false, true)),
        new SetRole(Ann, Publisher, "bea", Roles.Admin),
        new SetRole(Ann, Publisher, "col", Roles.Contributor),
        new SetRole(Ann, Publisher, "cod", Roles.Collaborator),
        new SetRole(Bob, Subscriber, "ben", Roles.Contributor),
        new RegisterDataset(Col, Publisher, new("Alpha", "rnaseq", "", ["t-cells", "日本 語"]), []),
        new UploadFile(new(7), "reads.fastq", 5),
        new CompleteDataset(Col, Publisher, new(7)),
        new RegisterDataset(Ann, Publisher, new("Béta", "wgs#1", "", ["TAG#t-cells"]), []),
        new UploadFile(new(10), "reads.fastq", 0),
        new CompleteDataset(Ann, Publisher, new(10)),
        new CreateShare(Ann, Publisher, new("Alpha", "", [new(Condition.Tag, "t-cells")], ["rna"], null, [Subscriber, Third], true, null)),
        new Subscribe(Bob, Subscriber, new(13), Leaves: false),
        new RegisterDataset(Ann, Publisher, new("alpha 2", "rnaseq", "For analyses of T CELLS", ["t-cells"]), []),
        new RegisterDataset(Ann, Publisher, new("Béta", "rnaseq", "", ["t-cells"]), []),
        new UploadFile(new(16), "reads.fastq", 1),
        new CompleteDataset(Ann, Publisher, new(16)),
        new RegisterDataset(Bob, Subscriber, new("Alpha", "TYPE", "", ["T-cells"]), []),
        new StorageFollows(new(13)),
        new GetPipelineToken(new Actor.Pipeline("pipeline-1"), Subscriber, GetPipelineToken.Executions[0], [new(7), new(16)]),
        new ListUsages(Ann, Publisher, new(13), null),
    ];

    public static IReadOnlyList<Operation> Operations { get; } = [.. All.Select((operation, place) => operation with { Place = place })];
}
