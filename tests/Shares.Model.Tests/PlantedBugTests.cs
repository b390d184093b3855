using Shares.Model.Tests.Bugs;
using Shares.Model.Tests.Generating;
using Shares.Model.Tests.Running;

namespace Shares.Model.Tests;

/// <summary>
/// The model finds bugs. Five are planted, one at a time, between the functions and the store, so that the functions behave as if they had them:
/// updates without a condition on the version; edits that never take a project out of a share; queries that end with their first page; shares
/// that end a moment too late; roles that are read as they were before. Without them the same sequences find nothing: see <see cref="ModelTests"/>.
/// </summary>
public sealed class PlantedBugTests(SharedStorage storage, ITestOutputHelper output)
{
    private const int MostOperations = 6_000;

    [Fact]
    public Task The_model_finds_updates_that_overwrite_what_they_have_not_seen() => FindsAsync(new LostUpdates(), 20, Sequence.DoTogetherAsync);

    [Fact]
    public Task The_model_finds_projects_that_an_edit_does_not_take_out() => FindsAsync(new ProjectsThatStay(), 100, Sequence.DoAloneAsync);

    [Fact]
    public Task The_model_finds_lists_that_are_cut_short() => FindsAsync(new ListsCutShort(), 100, Sequence.DoAloneAsync);

    [Fact]
    public Task The_model_finds_shares_that_do_not_end_at_the_moment_of_their_end() => FindsAsync(new EndsIncluded(), 100, Sequence.DoAloneAsync);

    [Fact]
    public Task The_model_finds_roles_that_are_read_stale() => FindsAsync(new StaleRoles(), 100, Sequence.DoAloneAsync);

    private async Task FindsAsync(PlantedBug bug, int length, Func<SequenceRun, ulong[], Task<string?>> run)
    {
        await using var lanes = await Lanes.StartAsync(storage, 1, AnyOperation.MostCallers, bug);

        var seed = (ulong)TimeProvider.System.GetTimestamp();
        output.WriteLine($"Seed {seed}");
        var difference = await lanes.HuntAsync(seed, MostOperations, length, run);

        output.WriteLine($"{bug.Times} times within {lanes.Tally.Operations} operations, then:\n{difference}");
        Assert.NotEqual(0, bug.Times);
        Assert.NotNull(difference);
    }
}
