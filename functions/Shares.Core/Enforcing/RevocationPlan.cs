namespace Shares.Core.Enforcing;

/// <summary>How storage is to refuse sessions, within the 20,480 bytes that S3 accepts as a policy.</summary>
/// <param name="Overflowing">Access points that need a new generation, because their revocations do not fit; the old one is to be deleted.</param>
public sealed record RevocationPlan(Revocations Revocations, IReadOnlyList<AccessPointKind> Overflowing)
{
    /// <summary>
    /// Adds revocations to those that are live. Entries of one kind and moment share a statement. Where the policy would be too large, all
    /// get the latest moment: that ends sessions which somebody got after coming back, and nobody else's. Only where even that is too
    /// large, a new generation is needed, which ends everybody's.
    /// </summary>
    public static RevocationPlan Add(
        Revocations current, IReadOnlyCollection<Revocation> added, AccessPointName anyName, StorageContext context, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(current);
        var plan = new RevocationPlan(current, []);
        foreach (var kind in Enum.GetValues<AccessPointKind>())
        {
            var name = anyName with { Kind = kind };
            var all = current.Of(kind).With(added.Where(e => e.Subject.Concerns(kind))).Live(now);
            if (!AccessPointPolicy.Fits(name, all, context)) all = all.Raised();
            plan = AccessPointPolicy.Fits(name, all, context)
                ? plan with { Revocations = plan.Revocations.With(kind, all) }
                : new(plan.Revocations.Renewed(kind, now), [.. plan.Overflowing, kind]);
        }

        return plan;
    }
}
