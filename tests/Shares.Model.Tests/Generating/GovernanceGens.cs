using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Governance;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

internal static class GovernanceGens
{
    private static readonly Gen<Actor> Anybody =
        from person in Pool.Person
        from actor in Gen.Frequency((20, (Actor)new Actor.Person(person)), (1, new Actor.Pipeline("pipeline-0")), (1, new Actor.Nobody()))
        select actor;

    public static Gen<Operation> CreateClassification { get; } =
        from anybody in Anybody
        from isAdmin in Gen.Frequency((5, true), (1, false))
        from name in Pool.Name
        from description in Pool.Description
        select (Operation)new CreateClassification(isAdmin && anybody is Actor.Person person ? person with { IsPlatformAdmin = true } : anybody, name, description);

    public static Gen<Operation> ListClassifications { get; } = Anybody.Select(actor => (Operation)new ListClassifications(actor));

    public static Gen<Operation> Keywords { get; } =
        from actor in Anybody
        from beginning in Gen.OneOf("", "r", "RN", "k#", "zzz")
        from limit in Choices.LimitOrWrong
        select (Operation)new ListKeywords(actor, beginning, limit);
}
