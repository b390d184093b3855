using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>The running system serves what sharing means, too: the same intent, tried with real requests.</summary>
public sealed class LiveAttackTests(LocalCloud cloud)
{
    private const int Made = 3_000, Sample = 800, Least = 500, AtOnce = 8;

    [Fact]
    public async Task The_running_storage_serves_what_sharing_means_and_nothing_else()
    {
        var (estate, vended) = await LiveEstate.CreateAsync(await World.CreateAsync(cloud));
        var live = new LiveAttempts(cloud, vended);
        var attempts = Sampled(estate);
        var wrong = new List<string>();
        foreach (var some in attempts.Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(live.TryAsync));
            wrong.AddRange(some.Zip(answers)
                .Where(one => one.Second.IsServed != Intent.Why(one.First, estate) is not null)
                .Select(one => $"{one.Second.Answer}, intended {Intent.Why(one.First, estate)?.ToString() ?? "refusal"}: {one.First}"));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {attempts.Count}:\n{string.Join('\n', wrong.Take(20))}");
        var reasons = attempts.Select(attempt => Intent.Why(attempt, estate)).ToList();
        Assert.True(attempts.Count >= Least, $"only {attempts.Count} attempts");
        Assert.All(
            Enum.GetValues<Reason>().Except([Reason.ProjectsOwnStatement]),
            reason => Assert.True(reasons.Contains(reason), $"no attempt is served for {reason}"));
    }

    /// <summary>All that are to be served, and some of those that are not.</summary>
    private static List<Attempt> Sampled(Estate estate)
    {
        var possible = Attempts.Of(estate, Made).Where(LiveAttempts.IsPossible).ToLookup(attempt => Intent.Why(attempt, estate) is not null);
        var refused = possible[false].ToList();
        // What is to be deleted would be missed by the others.
        return [.. possible[true].Where(attempt => attempt.Action != "s3:DeleteObject"), .. refused.Where((_, index) => index % Math.Max(1, refused.Count / Sample) == 0)];
    }
}
