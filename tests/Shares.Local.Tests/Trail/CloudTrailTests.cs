using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shares.Local.S3.Storage;
using Shares.Local.Template;
using Shares.Local.Trail;

namespace Shares.Local.Tests.Trail;

public sealed class CloudTrailTests : IDisposable
{
    private const string Group = "/shares/trail";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-trail-");
    private readonly FakeTimeProvider _time = new(Requests.Time);
    private readonly Subscriber _egress = new();
    private readonly S3Store _store;

    public CloudTrailTests()
    {
        _store = new S3Store(_folder.FullName, _time);
        _store.Create("trail");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_event_comes_after_a_second_in_the_envelope_of_a_log_group()
    {
        await using var trail = Trail(seed: 1);
        trail.Log(Requests.Download("a"));
        _time.Advance(TimeSpan.FromMilliseconds(750));
        Assert.Empty(_egress.Heard);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("a", _egress.Heard[0]);
        var batch = _egress.LastBatch!;
        Assert.Equal(("DATA_MESSAGE", "111122223333", Group), ((string?)batch["messageType"], (string?)batch["owner"], (string?)batch["logGroup"]));
        Assert.Equal(Requests.Time.ToUnixTimeMilliseconds(), (long)batch["logEvents"]![0]!["timestamp"]!);
    }

    [Fact]
    public async Task Every_event_comes_and_some_come_twice_or_out_of_order()
    {
        await using var trail = Trail(seed: 1);
        var sent = await SendAsync(trail);
        var heard = _egress.Heard;
        Assert.Equal(sent.Order(), heard.Distinct().Order());
        Assert.InRange(heard.Count, sent.Count + 1, sent.Count * 2);
        Assert.NotEqual(sent, heard.Distinct());
    }

    [Fact]
    public async Task The_seed_decides_what_happens_to_events()
    {
        await using (var trail = Trail(seed: 7)) await SendAsync(trail);
        var (first, second, other) = (_egress.Heard, new Subscriber(), new Subscriber());
        await using (var trail = Trail(7, second)) await SendAsync(trail);
        await using (var trail = Trail(8, other)) await SendAsync(trail);
        Assert.Equal(first, second.Heard);
        Assert.NotEqual(first, other.Heard);
    }

    [Fact]
    public async Task What_the_selectors_do_not_choose_is_not_logged()
    {
        await using (var trail = Trail(seed: 1))
        {
            trail.Log(Requests.Download("a") with { AccessPoint = "other-team" });
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Empty(_egress.Heard);
        Assert.True(_store.Find("trail")!.IsEmpty);
    }

    [Fact]
    public async Task A_function_that_fails_gets_the_batch_again()
    {
        await using var trail = Trail(seed: 1);
        _egress.Fail(2);
        trail.Log(Requests.Download("a"));
        while (!_egress.Heard.Contains("a")) await TickAsync();
    }

    [Fact]
    public async Task Files_hold_every_event_that_the_log_group_had()
    {
        List<string> sent;
        await using (var trail = Trail(seed: 1)) sent = await SendAsync(trail);
        Assert.Equal(sent.Order(), Filed().Distinct().Order());
        Assert.All(_store.Find("trail")!.Page("", false, 100), file => Assert.Matches(
            @"^AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/111122223333_CloudTrail_us-east-1_20261122T00\d\dZ_[0-9a-f]{16}\.json\.gz$", file.Key));
    }

    [Fact]
    public async Task What_is_told_of_late_is_in_files_only()
    {
        await using var trail = Trail(seed: 1);
        await trail.FileLateAsync([Requests.Download("a", at: Requests.Time.AddDays(-20)), Requests.Download("b", at: Requests.Time.AddDays(-19))]);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(_egress.Heard);
        Assert.Equal(["a", "b"], Filed().Order());
        Assert.Equal(2, _store.Find("trail")!.Page("", false, 100).Count);
    }

    private CloudTrail Trail(int seed, Subscriber? subscriber = null)
    {
        var model = new TrailModel("trail", Group, RealTrail());
        var subscription = new LogSubscription(Group, "EgressFunction", TrailWorld.Invoker(subscriber ?? _egress, _time));
        return new(model, [subscription], new TrailFiles(_store, "trail"), new Mishaps(seed), _time, NullLogger<CloudTrail>.Instance);
    }

    private static IReadOnlyList<IReadOnlyList<FieldSelectorModel>> RealTrail() => Template.RealTemplate.Load().Trails[0].Selectors;

    private async Task<List<string>> SendAsync(CloudTrail trail)
    {
        List<string> sent = [.. Enumerable.Range(1, 100).Select(n => $"REQ{n:0000}")];
        foreach (var id in sent)
        {
            trail.Log(Requests.Download(id, at: _time.GetUtcNow()));
            _time.Advance(TimeSpan.FromMilliseconds(50));
        }

        for (var second = 0; second < 6; second++) await TickAsync();
        return sent;
    }

    private async Task TickAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        // What waits for the clock goes on in other threads.
        await Task.Yield();
    }

    private IEnumerable<string> Filed() => _store.Find("trail")!.Page("", false, 100).SelectMany(file =>
    {
        using var unpacked = new GZipStream(_store.Blobs.Open(file.Blob), CompressionMode.Decompress);
        return JsonNode.Parse(unpacked)!["Records"]!.AsArray().Select(record => (string)record!["requestID"]!).ToList();
    });
}
