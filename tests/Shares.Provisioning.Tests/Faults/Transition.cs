using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Streams;
using Shares.Provisioning.Tests.World;
using static Shares.Provisioning.Tests.World.Revoking;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>The ways in which what storage has to do for a share changes.</summary>
internal static class Transition
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each makes a share that storage enforces; what it returns then makes the change and gives the stream's record of it.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Lab, Task<(ShareId Share, Func<Task<TableStreamRecord>> Change)>>> All =
        new Dictionary<string, Func<Lab, Task<(ShareId, Func<Task<TableStreamRecord>>)>>>
        {
            ["created"] = async lab => await lab.PublishAsync(isViewRestricted: false) is var (share, made) ? (share, () => Task.FromResult(made)) : default,
            ["made analyze-only"] = Of(isViewRestricted: false, (lab, share) => lab.RestrictAsync(share)),
            ["downloads allowed"] = Of(isViewRestricted: true, (lab, share) => lab.AllowDownloadsAsync(share)),
            ["earlier end"] = Of(isViewRestricted: false, (lab, share) => lab.EditAsync(share, s => s with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1) })),
            ["expired"] = Of(isViewRestricted: false, (lab, share) => lab.EditAsync(share, s => s with { ExpiresAt = TimeProvider.System.GetUtcNow() })),
            ["deleted"] = Of(isViewRestricted: false, (lab, share) => lab.DeleteAsync(share)),
            ["unsubscribed"] = async lab =>
            {
                var (share, project, _) = await SubscribedAsync(lab);
                return (share, () => lab.UnsubscribeAsync(share, project));
            },
            ["project taken out"] = async lab =>
            {
                var (share, _, _) = await SubscribedAsync(lab);
                return (share, () => lab.EditAsync(share, s => s with { SharedProjectIds = [] }));
            },
            ["dataset left"] = async lab =>
            {
                var (share, _, dataset) = await SubscribedAsync(lab);
                return (share, () => lab.ChangeAsync(dataset, d => d with { Tags = [] }));
            },
            ["too many revocations"] = async lab =>
            {
                var share = await lab.PublishedAsync(isViewRestricted: false);
                await FillAsync(lab, share);
                return (share, () => lab.AskAsync(share, new Revoked.Execution(New<ProjectId>(), New<ExecutionId>())));
            },
        };

    private static Func<Lab, Task<(ShareId, Func<Task<TableStreamRecord>>)>> Of(bool isViewRestricted, Func<Lab, ShareId, Task<TableStreamRecord>> change) => async lab =>
    {
        var share = await lab.PublishedAsync(isViewRestricted);
        return (share, () => change(lab, share));
    };

    private static async Task<(ShareId Share, ProjectId Project, DatasetId Dataset)> SubscribedAsync(Lab lab)
    {
        var project = New<ProjectId>();
        var share = await lab.PublishedAsync(isViewRestricted: false, null, project);
        await lab.SubscribeAsync(share, project);
        var dataset = await lab.AddDatasetAsync();
        await lab.GrantAsync(share, dataset, project);
        return (share, project, dataset);
    }

    /// <summary>As many revocations as the policy of the analyze access point holds.</summary>
    private static async Task FillAsync(Lab lab, ShareId share)
    {
        var (name, now) = (new AccessPointName(share, AccessPointKind.Analyze, 1), TimeProvider.System.GetUtcNow());
        var (project, all) = (New<ProjectId>(), Revocations.None);
        for (var (step, isFull) = (64, false); !isFull; step = Math.Max(step / 2, 1))
        {
            var (next, more) = (all, true);
            while (more)
            {
                all = next;
                Revocation[] added = [.. Enumerable.Range(0, step).Select(_ => Revocation.After(new Revoked.Execution(project, New<ExecutionId>()), now))];
                var plan = RevocationPlan.Add(all, added, name, Function.Context, now);
                (next, more) = (plan.Revocations, plan.Overflowing.Count == 0);
            }

            isFull = step == 1;
        }

        var before = (await lab.Enforcements.FindAsync(share, Ct))!;
        Assert.True(await lab.Enforcements.RevokeAsync(share, before, before with { State = EnforcementState.Pending, PendingSince = now, Revocations = all }, Ct));
        var woken = await lab.ObserveAsync($"SHARE#{share}", "ENFORCEMENT#VERIFY", () => lab.Enforcements.AskForVerificationAsync(share, Ct));
        Assert.Empty(await lab.DeliverAsync(woken));
    }
}
