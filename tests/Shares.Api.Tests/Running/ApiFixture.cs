using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;
using Shares.Core.Egress.Costs;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Running;

/// <summary>The function on a table of its own, with the projects and people of <see cref="World"/>. One for each test class.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private TestTable _table = null!;
    private ApiInstance _instance = null!;

    public ShiftedTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public Uri StoreEndpoint => _table.Endpoint;

    public ReportsBucket Reports { get; private set; } = null!;

    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _table = await TestTable.CreateAsync();
        Reports = await ReportsBucket.StartAsync();
        _instance = await StartInstanceAsync();
        World = await World.CreateAsync(this);
        await new MadeUpReport(BillingPeriod.Parse("2026-10")).PutAsync(this);
    }

    /// <summary>Another instance of the function on the same table.</summary>
    public Task<ApiInstance> StartInstanceAsync(IAmazonDynamoDB? store = null) => ApiInstance.StartAsync(_table, Reports, Time, Log, store);

    public T Get<T>() where T : notnull => _instance.Services.GetRequiredService<T>();

    public Task<HttpApiAnswer> SendAsync(HttpApiEvent request) => _instance.SendAsync(request);

    public Task<HttpApiAnswer> GetAsync(string actor, string path, string query = "") =>
        SendAsync(Actors.Request(actor, "GET", path, null) with { Query = query });

    public Task<HttpApiAnswer> SendAsync(string actor, string method, string path, JsonNode? body = null, string? ifMatch = null, string query = "")
    {
        var request = Actors.Request(actor, method, path, body?.ToJsonString()) with { Query = query };
        return SendAsync(ifMatch is null ? request : request.WithHeader("if-match", ifMatch));
    }

    public async ValueTask DisposeAsync()
    {
        if (_instance is not null) await _instance.DisposeAsync();
        if (Reports is not null) await Reports.DisposeAsync();
        await _table.DisposeAsync();
    }
}
