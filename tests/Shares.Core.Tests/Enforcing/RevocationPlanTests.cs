using System.Text;
using CsCheck;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Enforcing;

public sealed class RevocationPlanTests
{
    private static readonly AccessPointName Name = new(Some.ShareId(1), AccessPointKind.Analyze, 1);

    private static readonly Gen<Revoked> AnySubject = Gen.OneOf(
        Gen.Guid.Select(id => (Revoked)new Revoked.Subscriber(ProjectId.From(id))),
        Gen.Guid.Select(id => (Revoked)new Revoked.Dataset(DatasetId.From(id))),
        Gen.Select(Gen.Int[1, 3], Gen.Guid).Select((p, id) => (Revoked)new Revoked.Execution(Project(p), ExecutionId.From(id))),
        Gen.Select(Gen.Int[1, 3], Gen.String[Gen.Char["ab#*${}\"é"], 1, 40]).Select((p, id) => (Revoked)new Revoked.Person(Project(p), UserId.Parse(id))));

    private static readonly Gen<Revocation> Any = Gen.Select(AnySubject, Gen.Int[0, 3000], (subject, seconds) => Revocation.After(subject, Some.Now.AddSeconds(-seconds)));

    [Fact]
    public void Whatever_is_revoked_the_policies_fit_20_KB() => Gen.Select(Any.Array[0, 300], Any.Array[0, 300]).Sample((before, added) =>
    {
        var plan = Add(Add(Revocations.None, before).Revocations, added);
        return Enum.GetValues<AccessPointKind>().All(kind =>
            Encoding.UTF8.GetByteCount(AccessPointPolicy.Write(Name with { Kind = kind }, Some.Now, plan.Revocations.Of(kind), Some.Storage)) <= Limits.PolicyBytes);
    }, iter: 60);

    [Fact]
    public void Nothing_is_lost_unless_the_access_point_is_replaced() => Gen.Select(Any.Array[0, 300], Any.Array[0, 300]).Sample((before, added) =>
    {
        var first = Add(Revocations.None, before);
        var second = Add(first.Revocations, added);
        foreach (var kind in Enum.GetValues<AccessPointKind>())
        {
            if (second.Overflowing.Contains(kind)) continue;
            var list = second.Revocations.Of(kind);
            var needed = (first.Overflowing.Contains(kind) ? added.Where(r => r.Moment >= list.Since) : before.Concat(added)).Where(r => r.Subject.Concerns(kind));
            Assert.All(needed, r => Assert.Contains(list.Entries, e => e.Subject == r.Subject && e.Moment >= r.Moment));
        }
    }, iter: 60);

    [Fact]
    public void What_was_added_is_covered() => Any.Array[1, 20].Sample(added =>
    {
        var once = Add(Revocations.None, added).Revocations;
        Assert.All(added, r => Assert.True(once.Cover(Lost(r))));
        Assert.All(added, r => Assert.False(Revocations.None.Cover(Lost(r))));
    });

    [Fact]
    public void Sessions_from_after_the_moment_are_not_covered()
    {
        var subject = new Revoked.Subscriber(Project(1));
        var revocations = Add(Revocations.None, [Revocation.After(subject, Some.Now)]).Revocations;
        Assert.True(revocations.Cover(new(subject, Some.Now)));
        Assert.False(revocations.Cover(new(subject, Some.Now.AddSeconds(1))));
        Assert.False(revocations.Cover(new(new Revoked.Subscriber(Project(2)), Some.Now.AddSeconds(-9))));
    }

    [Fact]
    public void A_thousand_projects_at_once_are_refused_by_a_new_generation_that_starts_empty()
    {
        var plan = Add(Revocations.None, [.. Enumerable.Range(1, 1000).Select(n => Revocation.After(new Revoked.Subscriber(Project(n)), Some.Now))]);
        Assert.Equal([AccessPointKind.Analyze, AccessPointKind.Download], plan.Overflowing);
        Assert.Equal(0, plan.Revocations.Count);
    }

    [Fact]
    public void Hundreds_at_moments_of_their_own_still_fit_because_they_come_to_share_one()
    {
        var revocations = Revocations.None;
        for (var n = 1; n <= 300; n++)
        {
            var plan = Add(revocations, [Revocation.After(new Revoked.Subscriber(Project(n)), Some.Now.AddSeconds(n - 600))]);
            Assert.Empty(plan.Overflowing);
            revocations = plan.Revocations;
        }

        Assert.Equal(300, revocations.Count);
    }

    [Fact]
    public void A_new_generation_needs_no_revocation_of_sessions_that_cannot_be_for_it()
    {
        var old = Revocation.After(new Revoked.Subscriber(Project(1)), Some.Now.AddSeconds(-5));
        var renewed = Revocations.None.Renewed(AccessPointKind.Analyze, Some.Now);
        var plan = Add(renewed, [old, Revocation.After(new Revoked.Subscriber(Project(2)), Some.Now)]);
        Assert.Equal(Project(2), Assert.IsType<Revoked.Subscriber>(Assert.Single(plan.Revocations.Analyze.Entries).Subject).ProjectId);
        Assert.Equal(2, plan.Revocations.Download.Entries.Count);
        Assert.True(plan.Revocations.Cover(Lost(old)));
    }

    [Fact]
    public void Executions_end_on_the_analyze_access_point_and_people_on_the_download_one()
    {
        Revoked[] subjects = [new Revoked.Execution(Project(1), ExecutionId.From(Guid.Empty)), new Revoked.Person(Project(1), Some.Person)];
        var revocations = Add(Revocations.None, [.. subjects.Select(s => Revocation.After(s, Some.Now))]).Revocations;
        Assert.Equal(subjects[0], revocations.Analyze.Entries.Single().Subject);
        Assert.Equal(subjects[1], revocations.Download.Entries.Single().Subject);
    }

    [Fact]
    public void What_no_session_can_be_left_for_is_dropped()
    {
        var one = Revocation.After(new Revoked.Subscriber(Project(1)), Some.Now);
        var kept = Add(Revocations.None, [one]).Revocations;
        Assert.Equal(1, kept.Live(one.KeptUntil.AddTicks(-1)).Count);
        Assert.Equal(0, kept.Live(one.KeptUntil).Count);
        Assert.Equal(0, RevocationPlan.Add(Revocations.None, [one], Name, Some.Storage, one.KeptUntil).Revocations.Count);
    }

    /// <summary>By sessions that the revocation just ends.</summary>
    private static LostAccess Lost(Revocation revocation) => new(revocation.Subject, revocation.Moment.AddSeconds(-2));

    private static ProjectId Project(int number) => ProjectId.From(new Guid($"0197a000-0000-7000-8000-{number:x12}"));

    private static RevocationPlan Add(Revocations current, Revocation[] added) => RevocationPlan.Add(current, added, Name, Some.Storage, Some.Now);
}
