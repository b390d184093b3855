using Shares.Core.Audit;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Audit;

public sealed class AuditStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly DateTimeOffset Created = TimeProvider.System.GetUtcNow().AddMonths(-40);

    private readonly Stores _stores = fixture.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_listed_newest_first_across_months_without_gap_or_double()
    {
        var project = Project() with { CreatedAt = Created };
        var entries = new List<AuditEvent>();
        foreach (var months in new[] { 0, 0, 0, 1, 3, 3, 17, 18, 39, 40 }) entries.Add(Entry(project, TimeProvider.System.GetUtcNow().AddMonths(-months).AddSeconds(-entries.Count)));
        await _stores.Audit.RecordAsync(entries, Ct);
        foreach (var limit in new[] { 1, 2, 3, 10, 1000 })
            Assert.Equal(entries.OrderByDescending(entry => entry.At).Select(entry => entry.Id), (await AllAsync(project, limit)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task An_old_project_in_which_nothing_happened_costs_no_more_than_twelve_months_a_page()
    {
        using var meter = new MeteredDynamoDb(fixture.Table.Endpoint);
        var page = await fixture.With(meter.Client).Audit.ListAsync(Project() with { CreatedAt = Created.AddYears(-50) }, null, 100, Ct);
        Assert.Empty(page.Items);
        Assert.NotNull(page.Next);
        Assert.Equal(12, meter.RoundTrips);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("nonsense that is long enough")]
    [InlineData("0000-00~")]
    [InlineData("1999-01~")]
    public async Task A_position_that_is_none_gives_nothing(string position)
    {
        var page = await _stores.Audit.ListAsync(Project() with { CreatedAt = Created }, position, 10, Ct);
        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_share_for_a_thousand_projects_exchanged_for_a_thousand_others_is_one_entry_far_below_100_KB()
    {
        var before = Share(New<Core.Ids.ProjectId>(), Many<Core.Ids.ProjectId>(1000));
        var after = before with
        {
            SharedProjectIds = [.. Many<Core.Ids.ProjectId>(1000)],
            Description = new string('d', 4000),
            Selection = new(Enumerable.Range(0, 100).Select(n => new Condition(SelectionField.Tag, $"{n}{new string('t', 117)}"))),
        };
        var entry = ShareAudit.Updated(AsAda, Now, before, after)!;
        var item = AuditItem.ToItem(entry);
        Assert.InRange(SizeOf(item), 32_000, 60_000);
        await fixture.Table.Client.PutItemAsync(fixture.Table.Name, item, Ct);
        Same.As(entry, AuditItem.FromItem((await _stores.Table.GetAsync(Data.Store.Key.Of(item), Ct))!));
    }

    private static AuditEvent Entry(Project project, DateTimeOffset at) => ProjectAudit.RoleSet(AsAda, at, project.Id, Bob, null, Role.Admin)!;

    private static int SizeOf(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item) => item.Sum(attribute =>
        attribute.Key.Length + (attribute.Value.S?.Length ?? 0) + (int)(attribute.Value.B?.Length ?? 0)
        + (attribute.Value.L?.Sum(value => 1 + (value.S?.Length ?? 0) + (value.M is null ? 0 : SizeOf(value.M))) ?? 0));

    private async Task<List<AuditEvent>> AllAsync(Project project, int limit)
    {
        var all = new List<AuditEvent>();
        string? next = null;
        do
        {
            var page = await _stores.Audit.ListAsync(project, next, limit, Ct);
            Assert.InRange(page.Items.Count, 0, limit);
            all.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }
}
