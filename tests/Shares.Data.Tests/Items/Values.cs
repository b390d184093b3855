using System.Collections.Frozen;
using CsCheck;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Ledger;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Statements;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Data.Tests.Items;

/// <summary>Generates everything that the contract allows, hostile texts first of all.</summary>
internal static class Values
{
    private static readonly string[] Pieces =
    [
        "#", "%", "%23", "%25", "META", "TAG#", "a", "Z", "0", " ", "é", "e\u0301", "ß", "İ", "\u202e", "\u200b", "漢", "\ufffd", "\uffff", "😀", "\U0010ffff", "\"", "\\", "'", ":", "$", "\u00a0",
    ];

    public static readonly Gen<string> Tag = TextOf(TextRule.Tag);
    public static readonly Gen<string> Description = Gen.OneOf(Gen.Const(""), TextOf(TextRule.Name));
    public static readonly Gen<UserId> User = TextOf(TextRule.UserId).Select(UserId.Parse);
    public static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 4_000_000_000_000_000].Select(ticks => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 30_000].Select(days => new DateOnly(2020, 1, 1).AddDays(days));
    private static readonly Gen<string[]> Tags = Tag.Array[0, 4].Select(tags => tags.Distinct().ToArray());

    public static readonly Gen<ByteCount> Bytes = Gen.Long[0, long.MaxValue].Select(bytes => new ByteCount(bytes));

    public static readonly Gen<Money> Money = Gen.Select(Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Int[0, 12])
        .Select((units, scale) => new Money(new decimal(Math.Abs(units)) * (units < 0 ? -1 : 1) * new decimal(1, 0, 0, false, (byte)scale), Currency.Usd));

    private static readonly Gen<StatementObject> StatementObject = Gen.Select(Tag, Gen.Long[0, long.MaxValue], (key, size) => new StatementObject(key, size));

    private static readonly Gen<Completeness> Completeness =
        from bill in Gen.Enum<BillState>()
        from day in Day
        from known in Gen.Bool
        from days in Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999])
        from bytes in Gen.Select(Bytes, Bytes)
        select new Completeness(bill, known ? day : null, days.Item1, days.Item2, bytes.Item1, bytes.Item2);

    public static readonly Gen<Statement> Statement =
        from period in Day.Select(BillingPeriod.Of)
        from version in Gen.Int[0, 999_999]
        from made in Gen.Select(Gen.Enum<StatementStatus>(), Tag, Time, Tag, Tag)
        from lines in Gen.Select(Tag, Gen.Enum<TransferZone>(), Bytes, Money, (type, zone, bytes, cost) => new BillLine(type, zone, bytes, cost)).Array[0, 3]
        from zones in Gen.Select(Gen.Enum<TransferZone>(), Gen.Select(Bytes, Bytes, Bytes), Gen.Select(Money, Money, Money), (zone, bytes, costs) =>
            new ZoneTotal(zone, bytes.Item1, bytes.Item2, bytes.Item3, costs.Item1, costs.Item2, costs.Item3)).Array[1, 3]
        from completeness in Completeness
        from objects in Gen.Select(StatementObject, StatementObject, StatementObject, StatementObject, Gen.Bool, (a, b, c, d, known) => new StatementObjects(a, b, c, known ? d : null))
        select new Statement(
            period, version, made.Item1, made.Item2, made.Item3, made.Item4, Currency.Usd, lines, zones, completeness, made.Item5, objects);

    /// <summary>What one side of a change in the log can hold: nothing, texts, ids, or texts beside ids.</summary>
    public static readonly Gen<string[]> Logged = Gen.OneOf(Tag, Gen.Guid.Select(id => id.ToString("D"))).Array[0, 3];

    public static readonly Gen<Project> Project =
        from id in Id<ProjectId>()
        from texts in Gen.Select(Tag, Description, Description, Description)
        from lists in Gen.Select(Tags, Tags)
        from contacts in Gen.Select(Tag, Description, Description, Description, (n, o, e, p) => new Contact(n, o, e, p)).Array[0, 2]
        from settings in Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 6], Gen.Bool, Gen.Bool, Gen.Enum<BudgetPeriod>())
        from status in Gen.Enum<ProjectStatus>()
        from role in Gen.OneOf(Gen.Const((string?)null), Tag.Select(text => (string?)text))
        from who in User
        from times in Gen.Select(Time, Time)
        select new Project
        {
            Id = id, Name = texts.Item1, Description = texts.Item2, Organization = texts.Item3, BillingAccountId = texts.Item4, StatusMessage = texts.Item2,
            Tags = lists.Item1, ClassificationIds = lists.Item2, Contacts = contacts, Status = status, PipelineRoleArn = role, Bucket = $"b-{id}",
            Settings = new()
            {
                BudgetAmount = new decimal(settings.Item1) / (decimal)Math.Pow(10, settings.Item2), IsDiscoverable = settings.Item3,
                IsShareable = settings.Item4, BudgetPeriod = settings.Item5,
            },
            CreatedBy = who, CreatedAt = times.Item1, UpdatedAt = times.Item2,
        };

    public static readonly Gen<Dataset> Dataset =
        from ids in Gen.Select(Id<DatasetId>(), Id<ProjectId>())
        from texts in Gen.Select(Tag, Description, Tag, Description)
        from tags in Tag.Array[0, Limits.TagsPerDataset].Select(tags => tags.Distinct().ToArray())
        from files in Tags
        from sources in Id<DatasetId>().Array[0, 3]
        from status in Gen.Enum<DatasetStatus>()
        from who in User
        from times in Gen.Select(Time, Time)
        from size in Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, long.MaxValue].Select(n => (long?)n))
        select new Dataset
        {
            Id = ids.Item1, ProjectId = ids.Item2, Name = texts.Item1, Description = texts.Item2, ProcessId = texts.Item3, StatusMessage = texts.Item4,
            Tags = tags, ExpectedFiles = files, SourceDatasetIds = sources, Status = status, CreatedBy = who,
            CreatedAt = times.Item1, UpdatedAt = times.Item2, TotalSize = size is { } bytes ? new ByteCount(bytes) : null, FileCount = size,
        };

    private static readonly Gen<BillingPeriod> Month = Time.Select(BillingPeriod.Of);

    private static readonly Gen<EgressLimit?> Limit =
        from bounds in Gen.Select(Gen.Long[1, EgressLimit.MostBytes], Gen.Long[1, (long)EgressLimit.MostCost * 100])
        from which in Gen.Int[0, 3]
        from action in Gen.Enum<EgressLimitAction>()
        select which == 0 ? null : new EgressLimit(which == 2 ? null : new ByteCount(bounds.Item1), which == 1 ? null : bounds.Item2 / 100m, action);

    private static readonly Gen<DownloadSuspension?> Suspension = Gen.Select(Gen.Bool, Month, Time, (isOne, month, at) => isOne ? new DownloadSuspension(month, at) : null);

    public static readonly Gen<Share> Share =
        from ids in Gen.Select(Id<ShareId>(), Id<ProjectId>())
        from texts in Gen.Select(Tag, Description)
        from conditions in Gen.Select(Gen.Enum<SelectionField>(), Tag, (field, value) => new Condition(field, value)).Array[0, 5]
        from lists in Gen.Select(Tags, Tags)
        from projects in Id<ProjectId>().Array[0, 5]
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from who in User
        from times in Gen.Select(Time, Time, Time)
        from numbers in Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[1, 99_999], Gen.Int[1, 99_999])
        from state in Gen.Enum<EnforcementState>()
        from limits in Gen.Select(Limit, Suspension, Month)
        select new Share
        {
            Id = ids.Item1, PublisherId = ids.Item2, Name = texts.Item1, Description = texts.Item2, Selection = new(conditions),
            Keywords = lists.Item1, ClassificationIds = lists.Item2, SharedProjectIds = projects.ToFrozenSet(), IsViewRestricted = flags.Item1,
            ExpiresAt = flags.Item2 ? times.Item3 : null, CreatedBy = who, CreatedAt = times.Item1, UpdatedAt = times.Item2, Version = numbers.Item1,
            EgressLimit = limits.Item1, Suspension = limits.Item2, LiftedPeriod = flags.Item1 ? limits.Item3 : null, AnalyzeGeneration = numbers.Item2, DownloadGeneration = numbers.Item3,
            Enforcement = new(state, flags.Item3 ? Point(ids.Item1, AccessPointKind.Analyze) : null, flags.Item2 ? Point(ids.Item1, AccessPointKind.Download) : null),
        };

    public static readonly Gen<EgressAmount> Amount = Gen.Select(Gen.Long, Gen.Long, Gen.Long, Gen.Long, (bytes, requests, refusedBytes, refused) => new EgressAmount(bytes, requests, refusedBytes, refused));

    public static readonly Gen<string> Request = Gen.OneOf(Gen.Char[' ', '~'].Array[1, 128].Select(chars => new string(chars)), Gen.Guid.Select(id => id.ToString()));

    public static readonly Gen<LedgerRow.Attributed> Attributed =
        from ids in Gen.Select(Id<ProjectId>(), Id<ShareId>(), Id<DatasetId>(), Id<ProjectId>())
        from rest in Gen.Select(Day, User, Gen.Enum<TransferZone>(), Gen.Enum<AccessRoute>())
        select new LedgerRow.Attributed(ids.Item1, new(rest.Item1, ids.Item2, ids.Item3, ids.Item4, PrincipalId.Parse(rest.Item2.ToString()), rest.Item3, rest.Item4));

    public static readonly Gen<LedgerRow.Unattributed> Unattributed = Gen.Select(
        Day, Gen.Enum<UnattributedReason>(), Gen.Enum<TransferZone>(), Gen.OneOf(Gen.Const(""), TextOf(TextRule.Description).Select(UnattributedKey.Subjected)),
        (day, reason, zone, subject) => new LedgerRow.Unattributed(new(day, reason, zone, subject)));

    public static readonly Gen<Revoked> Subject = Gen.OneOf(
        Id<ProjectId>().Select(project => (Revoked)new Revoked.Subscriber(project)),
        Id<DatasetId>().Select(dataset => (Revoked)new Revoked.Dataset(dataset)),
        Gen.Select(Id<ProjectId>(), Id<ExecutionId>()).Select((project, execution) => (Revoked)new Revoked.Execution(project, execution)),
        Gen.Select(Id<ProjectId>(), User).Select((project, user) => (Revoked)new Revoked.Person(project, user)));

    public static readonly Gen<RevocationList> Revocations = Gen.Select(
        Gen.Select(Subject, Time, (subject, at) => new Revocation(subject, at)).Array[0, 5], Gen.Bool, Time, (entries, isFirst, since) => new RevocationList(entries, isFirst ? null : since));

    public static Gen<T> Id<T>() where T : struct, IUuidId<T> => Gen.Guid.Select(T.From);

    private static ProvisionedAccessPoint Point(ShareId share, AccessPointKind kind) => new(new(share, kind, 7), "alias-s3alias");

    private static Gen<string> TextOf(TextRule rule) => Gen
        .Int[0, Pieces.Length - 1].Select(place => Pieces[place]).Array[1, rule.MaxLength]
        .Select(pieces => rule.Normalize(string.Concat(pieces)) ?? "x")
        .Where(rule.Accepts);
}
