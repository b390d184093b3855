using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Files;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>Reading files and getting credentials for it. Never for projects without a bucket, of which the rules say little.</summary>
internal static class FileGens
{
    public static Gen<Operation> List(Choices choices) =>
        from dataset in choices.Dataset
        from project in WithBucket(choices, choices.ProjectOfDataset(dataset, mostlyOwner: false))
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new ListFiles(actor, project, dataset);

    public static Gen<Operation> Presign(Choices choices) =>
        from dataset in choices.Dataset
        from project in WithBucket(choices, choices.ProjectOfDataset(dataset, mostlyOwner: false))
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new PresignFiles(actor, project, dataset);

    public static Gen<Operation> StorageToken(Choices choices) =>
        from dataset in choices.Dataset
        from project in WithBucket(choices, choices.ProjectOfDataset(dataset, mostlyOwner: false))
        from actor in choices.ActorIn(project, Level.Read)
        from type in Gen.OneOf(GetStorageToken.ProjectDownload, GetStorageToken.SharedDownload, GetStorageToken.Upload)
        select (Operation)new GetStorageToken(actor, project, type, dataset);

    public static Gen<Operation> PipelineToken(Choices choices) =>
        from first in choices.Dataset
        from project in WithBucket(choices, choices.ProjectOfDataset(first, mostlyOwner: false))
        from others in Gen.Frequency((6, choices.DatasetSeenBy(project)), (1, choices.Dataset)).Array[0, 2]
        from execution in Gen.OneOf(GetPipelineToken.Executions.ToArray())
        let role = choices.State.Project(project)?.PipelineRole
        let people = choices.ActorIn(project, Level.Read)
        from actor in role is null ? people : Gen.Frequency((8, Gen.Const((Actor)new Actor.Pipeline(role))), (1, people))
        select (Operation)new GetPipelineToken(actor, project, execution, [first, .. others]);

    private static Gen<Ref> WithBucket(Choices choices, Gen<Ref> projects) =>
        projects.Select(project => choices.State.Project(project) is { IsPending: true } ? Ref.Nothing : project);
}
