using CsCheck;
using Shares.Core.Audit;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.CrossChecks;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Statements;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Items;

namespace Shares.Data.Tests.Items;

/// <summary>What was stored is read back, whatever the contract allows it to be.</summary>
public sealed class RoundTripTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private const int Tries = 40;

    [Fact]
    public Task A_project() => RoundTripAsync(Values.Project, ProjectItem.ToItem, ProjectItem.FromItem);

    [Fact]
    public Task A_member() => RoundTripAsync(
        Gen.Select(Values.Id<ProjectId>(), Values.User, Gen.Enum<Role>(), (project, user, role) => new Member(project, user, role)),
        MemberItem.ToItem,
        MemberItem.FromItem);

    [Fact]
    public Task A_dataset() => RoundTripAsync(Values.Dataset, DatasetItem.ToItem, DatasetItem.FromItem);

    [Fact]
    public Task A_share() => RoundTripAsync(Values.Share, ShareItem.ToItem, ShareItem.FromItem);

    [Fact]
    public Task A_relation() => RoundTripAsync(
        from ids in Gen.Select(Values.Id<ProjectId>(), Values.Id<ProjectId>(), Values.Id<ShareId>())
        from rest in Gen.Select(Gen.Enum<ShareType>(), Values.User, Values.Time)
        select new Relation(ids.Item1, ids.Item2, ids.Item3, rest.Item1, rest.Item2, rest.Item3),
        relation => RelationItem.ToItem(relation, "name"),
        RelationItem.FromItem);

    [Fact]
    public Task An_enforcement() => RoundTripAsync(
        from share in Values.Id<ShareId>()
        from state in Gen.Enum<EnforcementState>()
        from generations in Gen.Int[1, 999].Array[0, 4]
        from times in Gen.Select(Values.Time, Values.Time)
        from reason in Gen.OneOf(Gen.Const((string?)null), Values.Tag.Select(text => (string?)text))
        from revocations in Gen.Select(Values.Revocations, Values.Revocations)
        from differences in Gen.Select(Gen.Enum<DifferenceKind>(), Values.Tag, Values.Description, Values.Time, (kind, place, detail, at) => new Difference(kind, place, detail, at)).Array[0, 3]
        from runs in Gen.Select(Values.Tag, Values.Time).Array[0, 2]
        select new Enforcement
        {
            State = state, ShareVersion = 3, AccessPoints = [.. generations.Select(g => new AccessPointName(share, AccessPointKind.Download, g))], Reason = reason,
            EffectiveAt = reason is null ? null : times.Item1, LastVerifiedAt = times.Item2, UpdatedAt = times.Item1, DueAt = times.Item2, AccountedVersion = 2, Revision = 9,
            Revocations = new(revocations.Item1, revocations.Item2), PendingSince = reason is null ? times.Item2 : null, Differences = differences,
            Runs = runs.DistinctBy(run => run.Item1).ToDictionary(run => run.Item1, run => run.Item2),
        },
        enforcement => EnforcementItem.ToItem(Samples.New<ShareId>(), enforcement),
        EnforcementItem.FromItem);

    [Fact]
    public Task A_bucket_that_is_kept() => RoundTripAsync(
        Gen.Select(Values.Tag, Values.Id<ProjectId>(), Values.Description, Values.Time, (name, project, reason, at) => new KeptBucket
        {
            Name = name, ProjectId = project, Reason = reason.Length == 0 ? null : reason, LastVerifiedAt = reason.Length == 0 ? at : null, DueAt = at,
            Differences = [new(DifferenceKind.StatementMissing, name, reason, at)],
        }),
        KeptBucketItem.ToItem,
        KeptBucketItem.FromItem);

    [Fact]
    public Task A_request_to_revoke() => RoundTripAsync(
        Gen.Select(Values.Id<ShareId>(), Values.Subject, Values.Time, (share, subject, at) => new RevocationRequest(share, subject, at)),
        RevocationRequestItem.ToItem,
        RevocationRequestItem.FromItem);

    [Fact]
    public Task A_usage() => RoundTripAsync(
        from ids in Gen.Select(Values.Id<UsageId>(), Values.Id<ShareId>(), Values.Id<ExecutionId>(), Values.Id<ProjectId>(), Values.Id<DatasetId>())
        from rest in Gen.Select(Values.Tag, Gen.Enum<UsageStatus>(), Values.Time, Values.Time, Values.Time)
        select new ShareUsage(ids.Item1, ids.Item2, ids.Item3, ids.Item4, ids.Item5, rest.Item1, rest.Item2, rest.Item3, rest.Item4, rest.Item5),
        UsageItem.ToItem,
        UsageItem.FromItem);

    [Fact]
    public Task An_entry_of_the_log() => RoundTripAsync(
        from project in Values.Id<ProjectId>()
        from at in Values.Time
        from who in Gen.Select(Gen.Enum<ActorType>(), Values.Tag, Values.Description, Values.Tag)
        from what in Gen.Select(Gen.Enum<AuditAction>(), Gen.Enum<AuditTargetType>(), Values.Tag, Values.Description)
        from changes in Gen.Select(Values.Tag, Values.Logged, Values.Logged, (field, before, after) => new AuditChange(field, before, after)).Array[0, 3]
        select new AuditEvent
        {
            Id = Samples.New<AuditEventId>(), At = at, ProjectId = project, Actor = new(who.Item1, who.Item2, who.Item3, who.Item4), Action = what.Item1,
            Target = new(what.Item2, what.Item3, what.Item4), Changes = changes, Note = what.Item4.Length == 0 ? null : what.Item4,
        },
        AuditItem.ToItem,
        AuditItem.FromItem);

    [Fact]
    public Task A_datasets_row_under_each_of_its_values() => Values.Dataset.SampleAsync(async dataset =>
    {
        foreach (var value in DatasetIndexItem.ValuesOf(dataset).Take(3))
        {
            var item = await StoredAsync(DatasetIndexItem.ToItem(DatasetIndexItem.Partition(dataset.ProjectId, value), dataset));
            Same.As(DatasetIndexItem.Summary(dataset), DatasetIndexItem.FromItem(item));
        }
    }, iter: Tries, threads: 1);

    [Fact]
    public Task A_row_of_the_ledger() => RoundTripAsync(
        Gen.Select(Values.Attributed, Values.Amount),
        row => EgressItem.KeyOf(row.Item1.Publisher, row.Item1.Key).ToItem().With(row.Item2),
        item => (EgressItem.RowOf(Data.Store.Key.Of(item)), EgressItem.FromItem(item).Amount));

    [Fact]
    public Task A_row_that_counts_for_nobody() => RoundTripAsync(
        Gen.Select(Values.Unattributed, Values.Amount),
        row => UnattributedItem.KeyOf(row.Item1.Key).ToItem().With(row.Item2),
        item => (UnattributedItem.RowOf(Data.Store.Key.Of(item)), UnattributedItem.FromItem(item).Amount));

    [Fact]
    public Task A_marker_of_a_request() => RoundTripAsync(
        from request in Values.Request
        from rank in Gen.Select(Gen.Bool, Gen.Bool, Gen.Guid, (attributed, update, id) => new EventRank(attributed, update, id))
        from row in Gen.OneOf(Values.Attributed.Select(row => (LedgerRow)row), Values.Unattributed.Select(row => (LedgerRow)row))
        from amount in Values.Amount
        select new EventMarker(request, rank, row, amount),
        marker => EventMarkerItem.ToItem(marker, Samples.Now),
        EventMarkerItem.FromItem);

    [Fact]
    public Task A_statement() => RoundTripAsync(Values.Statement, StatementItem.ToItem, StatementItem.FromItem);

    [Fact]
    public Task A_bill() => RoundTripAsync(
        Gen.Select(Values.Statement, Gen.Bool, (statement, estimated) => new Bill(statement.Period, estimated, statement.MadeAt, statement.Lines)), BillItem.ToItem, BillItem.FromItem);

    [Fact]
    public Task What_a_publisher_pays() => RoundTripAsync(
        Gen.Select(Values.Id<ProjectId>(), Gen.Enum<TransferZone>(), Values.Bytes, Values.Money, (id, zone, bytes, cost) => new PublisherCost(id, zone, bytes, cost)),
        cost => PublisherCostItem.ToItem(BillingPeriod.Parse("2026-12"), "making", cost),
        PublisherCostItem.FromItem);

    [Fact]
    public Task A_cross_check() => RoundTripAsync(
        Gen.Select(Values.Id<ShareId>(), Values.Time, Values.Bytes, Values.Bytes, Gen.Bool, (share, at, metered, recorded, known) =>
            new CrossCheck(share, DateOnly.FromDateTime(at.UtcDateTime), known ? metered : null, recorded, at)),
        CrossCheckItem.ToItem,
        CrossCheckItem.FromItem);

    private Task RoundTripAsync<T>(Gen<T> values, Func<T, Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> write, Func<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>, T> read) =>
        values.SampleAsync(async value => Same.As(value, read(await StoredAsync(write(value)))), iter: Tries, threads: 1);

    private async Task<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> StoredAsync(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item)
    {
        await fixture.Table.Client.PutItemAsync(fixture.Table.Name, item);
        return (await fixture.Stores.Table.GetAsync(Data.Store.Key.Of(item), default))!;
    }
}
