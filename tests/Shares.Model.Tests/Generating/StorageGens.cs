using CsCheck;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>How storage follows shares, and who reads through them.</summary>
internal static class StorageGens
{
    public static Gen<Operation> Follow(Choices choices) => choices.Share.Select(share => (Operation)new StorageFollows(share));

    public static Gen<Operation> Enforcement(Choices choices) =>
        from share in choices.Share
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from verifies in Gen.Bool
        select (Operation)new GetEnforcement(actor, project, share, verifies);

    public static Gen<Operation> Usages(Choices choices) =>
        from share in UsedShare(choices)
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Administer)
        from limit in Choices.LimitOrWrong
        select (Operation)new ListUsages(actor, project, share, limit);

    public static Gen<Operation> Revoke(Choices choices) =>
        from share in UsedShare(choices)
        from project in choices.ProjectOf(share, mostlyPublisher: true)
        from actor in choices.ActorIn(project, Level.Administer)
        let count = choices.State.Share(share)?.Usages.Count ?? 0
        from number in Pool.Rarely(Gen.Int[0, Math.Max(count - 1, 0)], count)
        select (Operation)new RevokeUsage(actor, project, share, number);

    /// <summary>Mostly one through which somebody has read.</summary>
    private static Gen<Ref> UsedShare(Choices choices)
    {
        Ref[] used = [.. choices.State.LiveShares.Where(share => share.Usages.Count > 0).Select(share => new Ref(share.Place))];
        return used.Length == 0 ? choices.Share : Gen.Frequency((5, Gen.OneOf(used)), (1, choices.Share));
    }
}
