using Microsoft.Extensions.Time.Testing;
using Shares.Data.Idempotency;
using static Shares.Data.Idempotency.KeyedRequest;

namespace Shares.Data.Tests.Idempotency;

public sealed class IdempotencyStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly byte[] Request = [1, 2, 3];
    private static readonly byte[] OtherRequest = [1, 2, 4];

    private readonly FakeTimeProvider _time = new(Samples.Now);
    private readonly string _key = Path.GetRandomFileName();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IdempotencyStore Store => new(fixture.Stores.Table, _time);

    [Fact]
    public async Task An_answer_is_kept_for_24_hours()
    {
        var mine = Assert.IsType<Mine>(await BeginAsync());
        await Store.CompleteAsync("ada", _key, mine, new(201, "application/json", new byte[] { 7, 8 }), Ct);
        _time.Advance(IdempotencyStore.Kept - TimeSpan.FromSeconds(1));
        var (status, type, body) = Assert.IsType<Answered>(await BeginAsync()).Answer;
        Assert.Equal((201, "application/json"), (status, type));
        Assert.Equal([7, 8], body.ToArray());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Assert.IsType<Mine>(await BeginAsync()).IsRepeat);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_told_from_the_first()
    {
        await BeginAsync();
        Assert.IsType<Different>(await Store.BeginAsync("ada", _key, OtherRequest, Ct));
        Assert.IsType<Mine>(await Store.BeginAsync("bob", _key, OtherRequest, Ct));
    }

    [Fact]
    public async Task An_attempt_that_died_is_taken_over_with_the_id_that_it_reserved()
    {
        var first = Assert.IsType<Mine>(await BeginAsync());
        Assert.IsType<Running>(await BeginAsync());
        _time.Advance(IdempotencyStore.LongestAttempt);
        var second = Assert.IsType<Mine>(await BeginAsync());
        Assert.Equal((first.ReservedId, true), (second.ReservedId, second.IsRepeat));
        await Store.CompleteAsync("ada", _key, first, new(201, "", default), Ct);
        Assert.IsType<Running>(await BeginAsync());
    }

    [Fact]
    public async Task A_released_attempt_can_be_repeated_at_once()
    {
        var first = Assert.IsType<Mine>(await BeginAsync());
        await Store.ReleaseAsync("ada", _key, first, Ct);
        var second = Assert.IsType<Mine>(await BeginAsync());
        Assert.Equal((first.ReservedId, true), (second.ReservedId, second.IsRepeat));
    }

    [Fact]
    public async Task Of_many_at_the_same_time_one_begins()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BeginAsync()));
        Assert.Single(begun.OfType<Mine>());
        Assert.Equal(19, begun.OfType<Running>().Count());
    }

    private Task<KeyedRequest> BeginAsync() => Store.BeginAsync("ada", _key, Request, Ct);
}
