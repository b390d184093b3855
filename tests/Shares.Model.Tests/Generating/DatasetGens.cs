using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

internal static class DatasetGens
{
    private static readonly Gen<IReadOnlyList<string>?> Tags = Pool.Rarely(
        Pool.Tag.Array[0, 3].Select(tags => (IReadOnlyList<string>?)tags),
        null, ["", "ok"], [new string('t', 121)], [.. Enumerable.Range(0, 41).Select(i => $"tag {i}")], [" t-cells "]);

    private static readonly Gen<DatasetBody> Body =
        from name in Pool.Name
        from type in Pool.Rarely(Gen.OneOf<string?>(Pool.Types), null, "")
        from description in Pool.Description
        from tags in Tags
        select new DatasetBody(name, type, description, tags);

    public static Gen<Operation> Register(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Write)
        from body in Body
        from files in Pool.Rarely(Gen.OneOf<IReadOnlyList<string>?>([], [Pool.Files[0]], Pool.Files), null, ["../up"], ["a//b"])
        select (Operation)new RegisterDataset(actor, project, body, files);

    public static Gen<Operation> Upload(Choices choices) =>
        from dataset in choices.Dataset
        from path in Gen.OneOf(Pool.Files)
        from size in Gen.Int[0, 9]
        select (Operation)new UploadFile(dataset, path, size);

    public static Gen<Operation> Complete(Choices choices) =>
        from dataset in choices.Dataset
        from project in choices.ProjectOfDataset(dataset, mostlyOwner: true)
        from actor in choices.ActorIn(project, Level.Write)
        select (Operation)new CompleteDataset(actor, project, dataset);

    public static Gen<Operation> Update(Choices choices) =>
        from dataset in choices.Dataset
        from project in choices.ProjectOfDataset(dataset, mostlyOwner: true)
        from actor in choices.ActorIn(project, Level.Write)
        from body in Body
        from version in choices.IfMatch(choices.State.Dataset(dataset)?.Version)
        select (Operation)new UpdateDataset(actor, project, dataset, body, version);

    public static Gen<Operation> Delete(Choices choices) =>
        from dataset in choices.Dataset
        from project in choices.ProjectOfDataset(dataset, mostlyOwner: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from version in choices.IfMatch(choices.State.Dataset(dataset)?.Version)
        select (Operation)new DeleteDataset(actor, project, dataset, version);

    public static Gen<Operation> Get(Choices choices) =>
        from dataset in choices.Dataset
        from project in choices.ProjectOfDataset(dataset, mostlyOwner: false)
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new GetDataset(actor, project, dataset);

    public static Gen<Operation> List(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Read)
        from filter in Gen.Frequency((1, Gen.Const(new DatasetFilter())), (2, Filter(choices)))
        from limit in Choices.LimitOrWrong
        select (Operation)new ListDatasets(actor, project, filter, limit);

    public static Gen<Operation> Facets(Choices choices) =>
        from project in choices.Project
        from actor in choices.ActorIn(project, Level.Read)
        select (Operation)new ListFacets(actor, project);

    public static Gen<Operation> Explain(Choices choices) =>
        from dataset in choices.Dataset
        from project in choices.ProjectOfDataset(dataset, mostlyOwner: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from other in choices.ProjectOfDataset(dataset, mostlyOwner: false)
        from user in Pool.MaybeText(Pool.Person)
        from purpose in Pool.Rarely(Gen.OneOf(ExplainAccess.See, ExplainAccess.Download, ExplainAccess.Analyze), "read")
        select (Operation)new ExplainAccess(actor, project, dataset, other, user, purpose);

    private static Gen<DatasetFilter> Filter(Choices choices) =>
        from share in Gen.Frequency((3, Gen.Const((Ref?)null)), (1, choices.Share.Select(s => (Ref?)s)))
        from source in Pool.Rarely(Gen.OneOf<string?>(null, null, "", "own", "shared"), "OWN")
        from text in Pool.MaybeText(Gen.OneOf("alpha", "T cells", "zzz"))
        from tag in Pool.MaybeText(Pool.Tag)
        from creator in Pool.MaybeText(Pool.Person)
        from type in Pool.MaybeText(Pool.Type)
        from keyword in Pool.MaybeText(Pool.Keyword)
        from classification in Gen.Frequency((3, Gen.Const((Ref?)null)), (1, choices.Classification.Select(made => (Ref?)made)))
        select new DatasetFilter(share, source, text, tag, creator, type, keyword, classification);
}
