using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Items;
using Shares.Testing.DynamoDb;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Store;

public sealed class RacesTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transaction_that_met_others_is_tried_again()
    {
        using var conflicts = new InterferingHandler("TransactWriteItems", 3, InterferingHandler.ConflictAsync);
        var project = (await Behind(conflicts).Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        Assert.Equal(4, conflicts.Calls);
        Assert.NotNull(await fixture.Stores.Projects.FindAsync(project.Id, Ct));
    }

    [Fact]
    public async Task A_transaction_that_always_meets_others_is_a_conflict_and_wrote_nothing()
    {
        using var conflicts = new InterferingHandler("TransactWriteItems", int.MaxValue, InterferingHandler.ConflictAsync);
        var project = Project();
        Assert.Equal(ErrorCode.Conflict, (await Behind(conflicts).Projects.CreateAsync(project, AsAda, Ct)).Failure?.Code);
        Assert.Equal(Data.Store.Races.MaxAttempts, conflicts.Calls);
        Assert.Null(await fixture.Stores.Projects.FindAsync(project.Id, Ct));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_happens_once()
    {
        var project = (await fixture.Stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        using var lossy = new InterferingHandler("TransactWriteItems", 1, InterferingHandler.LoseAnswerAsync);
        var changed = await Behind(lossy, config => config.MaxErrorRetry = 2).Projects.UpdateAsync(project.Id, 1, AsAda, p => p with { Description = p.Description + "x" }, null, Ct);
        Assert.Equal(2, lossy.Calls);
        Assert.Equal(("x", 2), (changed.ValueOrThrow().Description, changed.ValueOrThrow().Version));
        Same.As(changed.ValueOrThrow(), await fixture.Stores.Projects.FindAsync(project.Id, Ct));
    }

    [Fact]
    public async Task What_the_store_leaves_undone_of_a_batch_is_asked_for_again()
    {
        var project = (await fixture.Stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        var keys = new JsonObject { ["ConsistentRead"] = true, ["Keys"] = new JsonArray(KeyOf(project)) };
        var json = new JsonObject { ["Responses"] = new JsonObject(), ["UnprocessedKeys"] = new JsonObject { [fixture.Table.Name] = keys } }.ToJsonString();
        using var busy = new InterferingHandler("BatchGetItem", 2, _ => InterferingHandler.AnswerAsync(HttpStatusCode.OK, json));
        Assert.Single(await Behind(busy).Projects.FindManyAsync([project.Id], Ct));
        Assert.Equal(3, busy.Calls);
    }

    [Fact]
    public async Task More_keys_than_one_batch_takes_are_all_read()
    {
        var datasets = Many<DatasetId>(130).Select(id => Dataset(New<ProjectId>()) with { Id = id }).ToList();
        await fixture.Stores.Table.PutManyAsync(datasets.Select(DatasetItem.ToItem), Ct);
        var found = await fixture.Stores.Datasets.FindManyAsync([.. datasets.Select(d => d.Id), New<DatasetId>(), datasets[0].Id], Ct);
        Assert.Equal(datasets.Select(d => d.Id.Value).Order(), found.Keys.Select(id => id.Value).Order());
    }

    private static JsonObject KeyOf(Core.Projects.Project project) =>
        new() { ["PK"] = new JsonObject { ["S"] = ProjectItem.Partition(project.Id) }, ["SK"] = new JsonObject { ["S"] = "META" } };

    private Stores Behind(InterferingHandler handler, Action<AmazonDynamoDBConfig>? configure = null) => fixture.With(DynamoDbLocal.Client(fixture.Table.Endpoint, config =>
    {
        config.HttpClientFactory = new ThroughHandler(handler);
        configure?.Invoke(config);
    }));
}
