using Shares.Core.Access;
using Shares.Core.Egress.Costs;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Core.Tests.Access;

public sealed class StorageRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DatasetId Dataset = new(Guid.CreateVersion7(Now));
    private static readonly ExecutionId Execution = new(Guid.CreateVersion7(Now));
    private static readonly UserId User = UserId.Parse("lab-member");
    private static readonly ProjectId Project = new(Guid.CreateVersion7(Now));
    private static readonly ProjectId Other = new(Guid.CreateVersion7(Now));

    private static readonly Share Share = new()
    {
        Id = new ShareId(Guid.CreateVersion7(Now)), Name = "Reads", PublisherId = Other, Selection = new Selection([]), SharedProjectIds = [Project],
        IsViewRestricted = false, CreatedBy = User, CreatedAt = Now, UpdatedAt = Now,
    };

    /// <summary>Whose sessions are refused, for what is asked, and whether that concerns who asks.</summary>
    public static TheoryData<Revoked, Purpose, bool> Refusals => new()
    {
        { new Revoked.Subscriber(Project), Purpose.Download, true },
        { new Revoked.Subscriber(Project), Purpose.Analyze, true },
        { new Revoked.Subscriber(Other), Purpose.Download, false },
        { new Revoked.Person(Project, User), Purpose.Download, true },
        { new Revoked.Person(Other, User), Purpose.Download, false },
        { new Revoked.Person(Project, User), Purpose.Analyze, false },
        { new Revoked.Execution(Project, Execution), Purpose.Analyze, true },
        { new Revoked.Execution(Other, Execution), Purpose.Analyze, false },
        { new Revoked.Dataset(Dataset), Purpose.Download, true },
        { new Revoked.Dataset(new DatasetId(Guid.Empty)), Purpose.Analyze, false },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Only_refusals_that_are_about_who_asks_and_what_for_are_told(Revoked subject, Purpose purpose, bool isTold)
    {
        var record = Record(Share, EnforcementState.Enforced) with { Revocations = Refusing(subject, Now.AddMinutes(-1)) };
        var told = Of(Share, record, purpose).SingleOrDefault(outcome => outcome.Rule == StorageRule.EarlierSessions);
        Assert.Equal(isTold, told is not null);
        if (told is not null) Assert.Equal((true, record.Revocations.Latest), (told.Passed, told.Before));
    }

    [Fact]
    public void A_refusal_that_nobody_is_left_for_is_not_told() => Assert.DoesNotContain(
        Of(Share, Record(Share, EnforcementState.Enforced) with { Revocations = Refusing(new Revoked.Subscriber(Project), Now.AddHours(-2)) }, Purpose.Download),
        outcome => outcome.Rule == StorageRule.EarlierSessions);

    [Fact]
    public void A_refusal_counts_once_storage_was_read_back_with_it()
    {
        var record = Record(Share, EnforcementState.Pending) with { Revocations = Refusing(new Revoked.Subscriber(Project), Now) };
        Assert.Equal([StorageRule.ReadBack, StorageRule.EarlierSessions], Of(Share, record, Purpose.Download).Where(outcome => outcome.Rule != StorageRule.AccessPoint && !outcome.Passed).Select(outcome => outcome.Rule));
    }

    [Theory]
    [InlineData(AccessPointKind.Analyze, true)]
    [InlineData(AccessPointKind.Download, false)]
    public void A_share_that_allows_no_downloads_must_have_no_download_access_point_on_record(AccessPointKind left, bool passes)
    {
        foreach (var share in new[] { Share with { IsViewRestricted = true }, Share with { Suspension = new(BillingPeriod.Of(Now), Now) } })
        {
            var record = Record(share, EnforcementState.Pending) with { AccessPoints = [new AccessPointName(share.Id, left, 1)] };
            Assert.Equal(passes, Of(share, record, Purpose.Download).Single(outcome => outcome.Rule == StorageRule.AccessPoint).Passed);
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void An_access_point_of_an_older_generation_is_none(int wanted, bool passes)
    {
        var ready = new ProvisionedAccessPoint(new AccessPointName(Share.Id, AccessPointKind.Analyze, 1), "alias");
        var share = Share with { AnalyzeGeneration = wanted, Enforcement = new(EnforcementState.Enforced, Analyze: ready) };
        Assert.Equal(passes, Of(share, Record(share, EnforcementState.Enforced), Purpose.Analyze).Single(outcome => outcome.Rule == StorageRule.AccessPoint).Passed);
    }

    [Fact]
    public void Of_another_version_nothing_was_read_back() => Assert.False(
        Of(Share, Record(Share, EnforcementState.Enforced) with { ShareVersion = 0 }, Purpose.Analyze).Single(outcome => outcome.Rule == StorageRule.ReadBack).Passed);

    [Fact]
    public void Seeing_takes_nothing_of_storage() => Assert.Empty(Of(Share, null, Purpose.See));

    private static IReadOnlyList<StorageOutcome> Of(Share share, Enforcement? record, Purpose purpose) =>
        [.. StorageRules.For(share, record, new Requester(Project, User, Execution), Dataset, purpose, Now)];

    private static Enforcement Record(Share share, EnforcementState state) => new() { State = state, ShareVersion = share.Version, AccessPoints = [], UpdatedAt = Now };

    /// <summary>As Provisioning records it: on the access points that it concerns.</summary>
    private static Revocations Refusing(Revoked subject, DateTimeOffset at)
    {
        var list = new RevocationList([Revocation.After(subject, at)]);
        return Enum.GetValues<AccessPointKind>().Where(subject.Concerns).Aggregate(Revocations.None, (all, kind) => all.With(kind, list));
    }
}
