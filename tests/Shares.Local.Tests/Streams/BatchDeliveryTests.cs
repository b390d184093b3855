using CsCheck;
using Shares.Local.Streams;
using static Shares.Local.Tests.Streams.Records;

namespace Shares.Local.Tests.Streams;

public sealed class BatchDeliveryTests
{
    private readonly List<string> _seen = [];
    private readonly List<string> _givenUp = [];

    [Fact]
    public async Task A_batch_that_succeeds_is_given_once()
    {
        await DeliverAsync(Rules(), 3, batch => new(batch.Count, null));
        Assert.Equal(["1 2 3"], _seen);
        Assert.Empty(_givenUp);
    }

    [Fact]
    public async Task A_batch_that_fails_is_given_again_as_often_as_the_mapping_says()
    {
        await DeliverAsync(Rules(retries: 2), 3, _ => BatchResult.Failed("down"));
        Assert.Equal(["1 2 3", "1 2 3", "1 2 3"], _seen);
        Assert.Equal(["1 2 3: down"], _givenUp);
    }

    [Fact]
    public async Task Without_a_limit_a_batch_is_given_until_it_succeeds()
    {
        await DeliverAsync(Rules(retries: null), 1, batch => _seen.Count < 50 ? BatchResult.Failed("down") : new(batch.Count, null));
        Assert.Equal(50, _seen.Count);
        Assert.Empty(_givenUp);
    }

    [Fact]
    public async Task After_a_partial_failure_only_what_is_left_is_given_again()
    {
        await DeliverAsync(Rules(), 4, batch => batch.Count == 4 ? new(2, null) : new(batch.Count, null));
        Assert.Equal(["1 2 3 4", "3 4"], _seen);
    }

    [Fact]
    public async Task A_failing_batch_is_halved_until_the_record_that_fails_is_alone()
    {
        await DeliverAsync(Rules(retries: 1, bisects: true), 4, batch =>
            batch.Any(record => record.SequenceNumber == "3") ? BatchResult.Failed("poison") : new(batch.Count, null));
        Assert.Equal(["1 2 3 4", "1 2", "3 4", "3", "3", "4"], _seen);
        Assert.Equal(["3: poison"], _givenUp);
    }

    [Fact]
    public Task Whatever_fails_every_record_is_settled_once_and_in_order() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12].Array[0, 4], Gen.Bool).SampleAsync(async (count, poison, reportsItems) =>
        {
            var settled = new List<int>();
            var delivery = new BatchDelivery(Rules(retries: 1, bisects: true), (batch, _) => Task.FromResult(Handle(batch)), GiveUp, TimeProvider.System);
            await delivery.DeliverAsync(Batch(count), CancellationToken.None);
            return settled.SequenceEqual(Enumerable.Range(1, count));

            BatchResult Handle(IReadOnlyList<StreamRecord> batch)
            {
                var good = batch.TakeWhile(record => !poison.Contains(Number(record))).ToList();
                if (good.Count < batch.Count && !reportsItems) return BatchResult.Failed("poison");
                settled.AddRange(good.Select(Number));
                return new(good.Count, null);
            }

            void GiveUp(IReadOnlyList<StreamRecord> records, string error) => settled.AddRange(records.Select(Number));
        }, iter: 200);

    private static DeliveryRules Rules(int? retries = 3, bool bisects = false) => new(retries, bisects, TimeSpan.Zero);

    private Task DeliverAsync(DeliveryRules rules, int count, Func<IReadOnlyList<StreamRecord>, BatchResult> function) =>
        new BatchDelivery(
            rules,
            (batch, _) =>
            {
                _seen.Add(Names(batch));
                return Task.FromResult(function(batch));
            },
            (records, error) => _givenUp.Add($"{Names(records)}: {error}"),
            TimeProvider.System).DeliverAsync(Batch(count), TestContext.Current.CancellationToken);
}
