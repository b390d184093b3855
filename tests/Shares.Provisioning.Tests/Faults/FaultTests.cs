using System.Net;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Local.S3Control;
using Shares.Provisioning.Settling;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>
/// Each call to S3 of each transition goes wrong in each way. Nothing is wider meanwhile than before or after, what is not done is shown with
/// the reason, and the next delivery gets it done.
/// </summary>
public abstract class FaultTests(Storage storage, Tables tables)
{
    private const int MoreCallsThanAnyTransitionTakes = 60;

    /// <summary>Gives up soon: in these runs waiting changes nothing.</summary>
    private static readonly Patience Little = new(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(100));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault> Each(params string[] transitions) =>
        [.. from transition in transitions from fault in Enum.GetValues<Fault>() select (transition, fault)];

    protected async Task AssertConvergesAsync(string transition, Fault fault)
    {
        for (var call = 1; ; call++)
        {
            Assert.InRange(call, 1, MoreCallsThanAnyTransitionTakes);
            var lab = await Lab.OpenAsync(storage, tables);
            var (share, change) = await Transition.All[transition](lab);
            var (watch, past) = (new Watch(lab, share), lab.AccessPointsOf(share).ToDictionary(name => name, name => storage.AccessPoints.Find(name)!));
            var record = await change();
            var faulty = new FaultyNetwork(fault, call, request => Past(request, past), watch.Look);
            await using (var function = lab.Start(faulty.Network, patience: Little)) await AssertShownAsync(lab, share, await function.RunAsync([record]));
            if (!faulty.HasStruck) break;

            await using (var healthy = lab.Start(new Network { Afterwards = _ => Looked(watch) })) Assert.Empty(await healthy.RunAsync([record]));
            await lab.AssertEnforcedAsync(share);
            watch.AssertNothingWidened(await lab.DesiredAsync(share));
        }
    }

    private static Task Looked(Watch watch)
    {
        watch.Look();
        return Task.CompletedTask;
    }

    /// <summary>What counts as done is done; what is not is on record with a reason.</summary>
    private static async Task AssertShownAsync(Lab lab, ShareId share, IReadOnlyList<string> undone)
    {
        await lab.AssertNothingForgottenAsync(share);
        if (undone.Count == 0)
        {
            await lab.AssertEnforcedAsync(share);
            return;
        }

        var record = await lab.Enforcements.FindAsync(share, Ct);
        Assert.NotEqual(EnforcementState.Enforced, record!.State);
        Assert.Contains("S3", record.Reason, StringComparison.Ordinal);
        Assert.Null(record.EffectiveAt);
    }

    /// <summary>What S3 would have answered before; what is new is not there.</summary>
    private static HttpResponseMessage? Past(HttpRequestMessage request, Dictionary<string, AccessPoint> past)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not ["v20180820", "accesspoint", var name, ..]) return null;
        var isPolicy = path.Length > 3;
        var before = past.GetValueOrDefault(name);
        if (request.Method != HttpMethod.Get) return before is null && isPolicy ? Replies.Error(HttpStatusCode.NotFound, "NoSuchAccessPoint") : null;
        if (before is null) return Replies.Error(HttpStatusCode.NotFound, isPolicy ? "NoSuchAccessPointPolicy" : "NoSuchAccessPoint");
        return isPolicy ? Replies.Policy(before.Policy!) : Replies.AccessPoint(before);
    }
}
