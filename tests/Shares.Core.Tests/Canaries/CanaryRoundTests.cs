using Shares.Core.Canaries;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Canaries;

public sealed class CanaryRoundTests
{
    private static readonly ShareId[] All = [.. Enumerable.Range(1, 7).Select(number => new ShareId(new Guid(number, 0, 0, new byte[8])))];

    [Fact]
    public void Every_share_comes_up_before_any_comes_up_twice()
    {
        var (round, seen) = (CanaryRound.First, new List<ShareId>());
        for (var run = 0; run < 7; run++)
        {
            (var sample, round) = round.Sample(All, 3);
            seen.AddRange(sample);
        }

        Assert.Equal([.. All, .. All, .. All], seen);
    }

    [Fact]
    public void Shares_that_failed_are_tried_again_at_once_while_they_exist()
    {
        var round = new CanaryRound(All[0], [All[5], new ShareId(Guid.Empty)]);
        Assert.Equal([All[5], All[1], All[2]], round.Sample(All, 2).Shares);
    }

    [Fact]
    public void A_share_that_was_the_last_one_and_is_gone_is_gone_on_from() =>
        Assert.Equal([All[3]], new CanaryRound(All[2], []).Sample([.. All.Where(share => share != All[2])], 1).Shares);

    [Fact]
    public void Without_shares_there_is_nothing_to_try() => Assert.Empty(new CanaryRound(All[6], []).Sample([], 5).Shares);

    [Fact]
    public void Nobody_is_ever_given_the_ids_of_the_canary() =>
        Assert.All([CanaryIdentity.Dataset.Value, CanaryIdentity.OtherDataset.Value, CanaryIdentity.Project.Value], id => Assert.NotEqual(7, id.Version));
}
