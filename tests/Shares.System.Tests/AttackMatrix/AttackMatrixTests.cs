using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Policies and intent agree about every attempt on storage.</summary>
public sealed class AttackMatrixTests : IDisposable
{
    private const int Count = 20_000, Shown = 20;

    private readonly StorageDecisions _storage = new(AccessPoints(MadeUpEstate.Shares), [Publisher, Open, Lab, Unrelated]);

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task Storage_serves_what_sharing_means_and_nothing_else()
    {
        var estate = MadeUpEstate.Of();
        var attempts = Attempts.Of(estate, Count);
        var served = await _storage.DecideAsync(Policies(AccessPoints(MadeUpEstate.Shares)), attempts);

        var reasons = attempts.Select(attempt => Intent.Why(attempt, estate)).ToList();
        var wrong = attempts.Index().Where(attempt => served[attempt.Index] != reasons[attempt.Index] is not null)
            .Select(attempt => $"{(served[attempt.Index] ? "served" : "refused")}, intended {reasons[attempt.Index]?.ToString() ?? "refusal"}: {attempt.Item}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {attempts.Count}:\n{string.Join('\n', wrong.Take(Shown))}");
        Assert.All(Enum.GetValues<Reason>(), reason => Assert.True(reasons.Count(why => why == reason) > 10, $"hardly any attempt is served for {reason}"));
        Assert.InRange(reasons.Count(why => why is null), attempts.Count / 2, attempts.Count);
    }
}
