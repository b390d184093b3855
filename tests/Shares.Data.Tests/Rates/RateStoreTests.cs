using Microsoft.Extensions.Time.Testing;
using Shares.Data.Rates;

namespace Shares.Data.Tests.Rates;

public sealed class RateStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(Samples.Now.AddSeconds(45));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RateStore Rates => new(fixture.Stores.Table, _time);

    [Fact]
    public async Task Beyond_the_limit_one_waits_for_the_next_window()
    {
        for (var n = 0; n < 3; n++) Assert.Null(await Rates.TakeAsync("ada", "preview", 3, Minute, Ct));
        Assert.Equal(TimeSpan.FromSeconds(15), await Rates.TakeAsync("ada", "preview", 3, Minute, Ct));
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Null(await Rates.TakeAsync("ada", "preview", 3, Minute, Ct));
    }

    [Fact]
    public async Task Callers_and_what_they_do_are_counted_apart()
    {
        Assert.Null(await Rates.TakeAsync("bob", "preview", 1, Minute, Ct));
        Assert.Null(await Rates.TakeAsync("bob#preview", "preview", 1, Minute, Ct));
        Assert.Null(await Rates.TakeAsync("bob", "presign", 1, Minute, Ct));
        Assert.NotNull(await Rates.TakeAsync("bob", "preview", 1, Minute, Ct));
    }

    [Fact]
    public async Task Of_many_at_the_same_time_only_as_many_as_allowed_get_through()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Rates.TakeAsync("eve", "preview", 7, Minute, Ct)));
        Assert.Equal(7, taken.Count(wait => wait is null));
    }
}
