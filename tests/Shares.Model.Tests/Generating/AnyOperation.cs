using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>Operations that make sense in a state, drawn by a seed: the same seed in the same state gives the same operation.</summary>
internal static class AnyOperation
{
    /// <summary>At the same time.</summary>
    public const int MostCallers = 4;

    private const int MostProjects = 5;
    private const int MostClassifications = 3;

    public static Operation One(State state, int place, ulong seed) => Draw(Any(new(state), place), new PCG(1, seed)) with { Place = place };

    /// <summary>Two to four that meet at one share, dataset and project, for several callers to do at the same time.</summary>
    public static (IReadOnlyList<Operation> Operations, Focus Focus) Together(State state, int place, ulong seed)
    {
        var random = new PCG(2, seed);
        var focus = Draw(FocusIn(state), random);
        var operations = AtOnce(new(state, focus));
        return ([.. Enumerable.Range(0, Draw(Gen.Int[2, MostCallers], random)).Select(i => Draw(operations, random) with { Place = place + i })], focus);
    }

    private static T Draw<T>(Gen<T> gen, PCG random) => gen.Generate(random, null, out _);

    /// <summary>At the moment at which a share ends, mostly something that its end matters to.</summary>
    private static Gen<Operation> Any(Choices choices, int place) =>
        choices.State.LiveShares.Where(share => share.ExpiresAt == choices.State.Now).Select(share => new Ref(share.Place)).ToArray() is { Length: > 0 } ending
            ? Gen.Frequency((3, from share in Gen.OneOf(ending) from operation in ShareGens.Seen(choices, share) select operation), (1, Usual(choices, place)))
            : Usual(choices, place);

    private static Gen<Operation> Usual(Choices choices, int place) => Gen.Frequency(
        (6, ShareGens.Create(choices)),
        (3, RepeatGens.Any(choices)),
        (10, ShareGens.Edit(choices)),
        (2, ShareGens.Delete(choices)),
        (5, ShareGens.Preview(choices)),
        (14, ShareGens.Subscribe(choices)),
        (6, ShareGens.Get(choices)),
        (8, ShareGens.List(choices)),
        (5, ShareGens.Held(choices)),
        (2, StorageGens.Enforcement(choices)),
        (4, StorageGens.Follow(choices)),
        (4, StorageGens.Usages(choices)),
        (3, StorageGens.Revoke(choices)),
        (2, ShareGens.Subscriptions(choices)),
        (4, ShareGens.WaitForEnd(choices)),
        (5, DatasetGens.Register(choices)),
        (4, DatasetGens.Upload(choices)),
        (5, DatasetGens.Complete(choices)),
        (5, DatasetGens.Update(choices)),
        (1, DatasetGens.Delete(choices)),
        (6, DatasetGens.Get(choices)),
        (10, DatasetGens.List(choices)),
        (3, DatasetGens.Explain(choices)),
        (4, DatasetGens.Facets(choices)),
        (choices.State.Projects.Count < MostProjects ? 1 : 0, ProjectGens.Create(place)),
        (3, ProjectGens.Update(choices)),
        (2, ProjectGens.Get(choices)),
        (1, ProjectGens.List),
        (2, ProjectGens.Discover),
        (3, ProjectGens.SetRole(choices)),
        (1, ProjectGens.Members(choices)),
        (3, ProjectGens.Audit(choices)),
        (choices.State.Classifications.Count < MostClassifications ? 2 : 0, GovernanceGens.CreateClassification),
        (1, GovernanceGens.ListClassifications),
        (3, GovernanceGens.Keywords),
        (3, FileGens.List(choices)),
        (3, FileGens.Presign(choices)),
        (2, FileGens.StorageToken(choices)),
        (6, FileGens.PipelineToken(choices)));

    private static Gen<Operation> AtOnce(Choices choices) => Gen.Frequency(
        (8, ShareGens.Edit(choices)),
        (2, ShareGens.Delete(choices)),
        (8, ShareGens.Subscribe(choices)),
        (3, ShareGens.Get(choices)),
        (1, ShareGens.Create(choices)),
        (3, RepeatGens.Any(choices)),
        (4, DatasetGens.Update(choices)),
        (1, DatasetGens.Complete(choices)),
        (1, DatasetGens.Delete(choices)),
        (2, DatasetGens.Get(choices)),
        (3, ProjectGens.Update(choices)),
        (4, ProjectGens.SetRole(choices)),
        (1, ProjectGens.Get(choices)),
        (2, ShareGens.List(choices)),
        (2, DatasetGens.List(choices)),
        (1, ShareGens.Held(choices)),
        (1, ShareGens.Subscriptions(choices)),
        (1, ProjectGens.Members(choices)));

    private static Gen<Focus> FocusIn(State state)
    {
        Ref[] shares = [.. state.LiveShares.Select(share => new Ref(share.Place)).DefaultIfEmpty(Ref.Nothing)];
        return from share in Gen.OneOf(shares)
               let publisher = state.Share(share)?.Publisher ?? new Ref(0)
               let own = state.Datasets.Values.Where(d => d.Project == publisher).Select(d => new Ref(d.Place))
               from dataset in Gen.OneOf(own.DefaultIfEmpty(Ref.Nothing).ToArray())
               from project in Gen.Frequency((3, Gen.Const(publisher)), (1, Gen.OneOf(state.Projects.Keys.Select(place => new Ref(place)).ToArray())))
               select new Focus(project, share, dataset);
    }
}
