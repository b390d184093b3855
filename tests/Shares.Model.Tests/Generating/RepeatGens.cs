using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>Creations with keys: so few that the same request comes again with the same key, and now and then another one with it.</summary>
internal static class RepeatGens
{
    public static Gen<Operation> Any(Choices choices) =>
        from key in Gen.OneOf("key-1", "key-2")
        from name in Gen.Frequency((5, "again"), (1, "another"), (1, ""))
        from isShare in Gen.Bool
        from project in Gen.Frequency((8, Gen.Const(new Ref(0))), (1, choices.Project))
        from actor in choices.ActorIn(project, Level.Administer)
        select (Operation)new Keyed(
            isShare
                ? new CreateShare(actor, project, new(name, "", [], [], [], [], true, null))
                : new RegisterDataset(actor, project, new(name, "rnaseq"), []),
            key);
}
