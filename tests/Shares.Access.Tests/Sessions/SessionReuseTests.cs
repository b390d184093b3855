using Microsoft.Extensions.Time.Testing;
using Shares.Access.Tests.Support;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Testing;

namespace Shares.Access.Tests.Sessions;

/// <summary>How often signing URLs asks STS.</summary>
public sealed class SessionReuseTests(AccessWorld world) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = OwnTime.Standing;
    private FunctionHost _function = null!;
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _function = await world.StartFunctionAsync(_time);
        _scene = await Scene.CreateAsync(world);
        _scene.Via = _function;
    }

    public ValueTask DisposeAsync() => _function.DisposeAsync();

    [Fact]
    public async Task Signing_again_needs_no_new_session()
    {
        var (_, dataset) = await SharedAsync();
        await SignAsync(dataset);
        await SignAsync(dataset);
        Assert.Single(_function.Sts.Calls);
    }

    [Fact]
    public async Task Own_datasets_of_one_person_need_one_session()
    {
        await SignAsync(await _scene.AddDatasetAsync(_scene.Subscriber));
        await SignAsync(await _scene.AddDatasetAsync(_scene.Subscriber));
        Assert.Single(_function.Sts.Calls);
    }

    [Fact]
    public async Task Every_person_has_a_session_of_their_own()
    {
        var (_, dataset) = await SharedAsync();
        await SignAsync(dataset);
        await SignAsync(dataset, "viewer");
        Assert.Equal(2, _function.Sts.Calls.Distinct().Count());
    }

    [Fact]
    public async Task Every_shared_dataset_has_a_session_of_its_own()
    {
        var (_, dataset) = await SharedAsync();
        await SignAsync(dataset);
        await SignAsync(await _scene.AddDatasetAsync(_scene.Publisher));
        Assert.Equal(2, _function.Sts.Calls.Count);
    }

    [Theory]
    [InlineData(43, 1)]
    [InlineData(45, 2)]
    public async Task A_session_is_used_until_16_minutes_before_its_end(int minutesLater, int calls)
    {
        var dataset = await _scene.AddDatasetAsync(_scene.Subscriber);
        await SignAsync(dataset);
        _time.Advance(TimeSpan.FromMinutes(minutesLater));
        await SignAsync(dataset);
        Assert.Equal(calls, _function.Sts.Calls.Count);
    }

    [Fact]
    public async Task A_new_generation_of_the_access_point_never_meets_an_old_session()
    {
        var (share, dataset) = await SharedAsync();
        await SignAsync(dataset);
        await _scene.EditAsync(share, s => s with { DownloadGeneration = s.DownloadGeneration + 1 });
        await world.EnforceAsync(share.Id);
        await SignAsync(dataset);
        Assert.Contains($"-d{share.DownloadGeneration + 1}", _function.Sts.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_subscription_never_meets_a_session_of_the_old_one()
    {
        var (share, dataset) = await SharedAsync();
        await SignAsync(dataset);
        (await world.Shares.UnsubscribeAsync(share, _scene.Subscriber, _scene.User("admin").Acting(), default)).ValueOrThrow();
        await _scene.SubscribeAsync(share);
        await SignAsync(dataset);
        Assert.Equal(2, _function.Sts.Calls.Count);
    }

    [Fact]
    public async Task A_session_at_hand_opens_nothing_that_the_table_refuses()
    {
        var (share, dataset) = await SharedAsync();
        await SignAsync(dataset);
        (await world.Shares.UnsubscribeAsync(share, _scene.Subscriber, _scene.User("admin").Acting(), default)).ValueOrThrow();
        Assert.Equal("404 NOT_FOUND", (await PresignAsync(dataset, "member")).Outcome());
    }

    private async Task<(Share Share, DatasetId Dataset)> SharedAsync() =>
        (await _scene.ShareAsync(analyzeOnly: false), await _scene.AddDatasetAsync(_scene.Publisher));

    private async Task SignAsync(DatasetId dataset, string user = "member") => Assert.Equal("200", (await PresignAsync(dataset, user)).Outcome());

    private Task<Testing.RuntimeApi.HttpApiAnswer> PresignAsync(DatasetId dataset, string user) =>
        _scene.PostAsync($"datasets/{dataset}/files:presign", """{"paths":["data/reads.fastq"]}""", user);
}
