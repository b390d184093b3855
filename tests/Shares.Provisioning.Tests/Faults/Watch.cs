using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Provisioning.Tests.World;

namespace Shares.Provisioning.Tests.Faults;

/// <summary>
/// Looks at storage after every call: at no moment is there an access point that the table wanted neither before nor after, or a statement less
/// than before in a policy that is kept, or a foreign statement less in the bucket's.
/// </summary>
internal sealed class Watch(Lab lab, ShareId share)
{
    private readonly Dictionary<string, HashSet<string>> _before = lab.AccessPointsOf(share).ToDictionary(name => name, name => Statements(Policy(lab, name)));
    private readonly HashSet<string> _bucket = Statements(lab.Storage.Buckets.Find(lab.Bucket)!.Info.Policy);
    private readonly ConcurrentBag<(string Name, string? Policy)> _seen = [];
    private readonly ConcurrentBag<string?> _seenBucket = [];

    public void Look()
    {
        foreach (var name in lab.AccessPointsOf(share)) _seen.Add((name, Policy(lab, name)));
        _seenBucket.Add(lab.Storage.Buckets.Find(lab.Bucket)!.Info.Policy);
    }

    /// <summary>Asked when all is done.</summary>
    /// <param name="wanted">By the table, now.</param>
    public void AssertNothingWidened(IReadOnlyList<DesiredAccessPoint> wanted)
    {
        var after = wanted.ToDictionary(w => w.Name.ToString(), w => Statements(w.Policy));
        foreach (var (name, policy) in _seen)
        {
            if (!_before.TryGetValue(name, out var before))
            {
                Assert.Contains(name, after.Keys);
                Assert.True(policy is null || Guardrails(name).IsSubsetOf(Statements(policy)), $"{name} was opened with {policy}");
                continue;
            }

            // What the change itself takes out of a policy may go.
            var kept = after.TryGetValue(name, out var later) ? before.Intersect(later) : before;
            Assert.True(kept.ToHashSet().IsSubsetOf(Statements(policy)), $"{name} lost a statement: {policy}");
        }

        Assert.All(_seenBucket, policy => Assert.True(_bucket.IsSubsetOf(Statements(policy)), $"The bucket's policy lost a statement: {policy}"));
    }

    private static HashSet<string> Guardrails(string name) =>
        Statements(AccessPointPolicy.Write(AccessPointName.Parse(name), null, RevocationList.Empty, Function.Context));

    private static string? Policy(Lab lab, string name) => lab.Storage.AccessPoints.Find(name)?.Policy;

    private static HashSet<string> Statements(string? policy) =>
        policy is null ? [] : [.. JsonNode.Parse(policy)!["Statement"]!.AsArray().Select(statement => statement!.ToJsonString())];
}
