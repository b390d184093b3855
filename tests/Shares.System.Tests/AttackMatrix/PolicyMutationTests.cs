using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>The matrix notices every small mistake in a policy, so that its agreement means something.</summary>
public sealed class PolicyMutationTests : IDisposable
{
    private const int Count = 8_000;

    private static readonly Estate Estate = MadeUpEstate.Of();
    private static readonly IReadOnlyList<Attempt> Tried = Attempts.Of(Estate, Count);

    private readonly StorageDecisions _storage = new(AccessPoints(MadeUpEstate.Shares), [Publisher, Open, Lab, Unrelated]);
    private readonly PolicySet _policies = Policies(AccessPoints(MadeUpEstate.Shares));

    public void Dispose() => _storage.Dispose();

    [Fact]
    public Task Every_mistake_in_the_policies_of_access_points_and_buckets_is_noticed() => AreNoticedAsync(PolicyMutant.OfResourcePolicies(_policies));

    [Theory]
    [InlineData("SharesPipelineRole")]
    [InlineData("SharesDownloadRole")]
    [InlineData("SharesUploadRole")]
    [InlineData("AccessFunctionRole")]
    public Task Every_mistake_in_what_a_role_may_do_with_objects_is_noticed(string role) => AreNoticedAsync(PolicyMutant.OfRole(_policies, role));

    private async Task AreNoticedAsync(IEnumerable<PolicyMutant> mutants)
    {
        var (tried, unnoticed) = (0, new List<string>());
        foreach (var mutant in mutants)
        {
            tried++;
            if (await IsNoticedAsync(mutant) == HarmlessMistakes.Includes(mutant)) unnoticed.Add(mutant.Name);
        }

        Assert.True(tried > 3, "there is hardly anything to get wrong");
        Assert.True(unnoticed.Count == 0, $"{unnoticed.Count} of {tried} mistakes go unnoticed, or are noticed and called harmless:\n{string.Join('\n', unnoticed)}");
    }

    private async Task<bool> IsNoticedAsync(PolicyMutant mutant)
    {
        var suspects = Tried.Where(mutant.Suspects).ToList();
        // A harmless mistake goes through all of them, so the others are left out there.
        var attempts = HarmlessMistakes.Includes(mutant) ? suspects : suspects.Concat(Tried.Where(attempt => !mutant.Suspects(attempt)));
        foreach (var some in attempts.Chunk(20))
        {
            var served = await _storage.DecideAsync(mutant.Policies, some);
            if (some.Index().Any(attempt => served[attempt.Index] != Intent.Why(attempt.Item, Estate) is not null)) return true;
        }

        return false;
    }
}
