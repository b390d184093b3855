using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3.Model;
using Shares.Access.Tests.Support;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Model.Tests.Running;

/// <summary>
/// Both functions on a table of their own, Api in as many instances as callers can be there at the same time. Sequences run in it one after
/// the other, each with people, projects and keywords of its own.
/// </summary>
internal sealed class Lane : IAsyncDisposable
{
    private static int _scopes;

    private readonly TestTable _table;
    private readonly IAmazonDynamoDB _store;
    private readonly LocalStorage _storage;
    private readonly FunctionInstance _access;
    private readonly IReadOnlyList<FunctionInstance> _apis;

    private Lane(
        TestTable table, IAmazonDynamoDB store, LocalStorage storage, FunctionInstance access, IReadOnlyList<FunctionInstance> apis, SteppedTime time) =>
        (_table, _store, _storage, _access, _apis, Time) = (table, store, storage, access, apis, time);

    public SteppedTime Time { get; }

    /// <param name="callers">Who can be there at the same time.</param>
    /// <param name="tampering">Sees every request to the store; null for none.</param>
    public static async Task<Lane> StartAsync(LocalStorage storage, int callers, DelegatingHandler? tampering = null)
    {
        var table = await TestTable.CreateAsync();
        var time = new SteppedTime { Now = SteppedTime.Start() };
        // Like the table's own client this one outlasts the locks of DynamoDB Local.
        var store = DynamoDbLocal.Client(table.Endpoint, config =>
        {
            (config.RetryMode, config.MaxErrorRetry, config.ThrottleRetries) = (RequestRetryMode.Standard, 20, false);
            if (tampering is not null) config.HttpClientFactory = new ThroughHandler(tampering);
        });
        var access = await FunctionInstance.StartAccessAsync(table.Name, store, time, storage);
        var apis = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => FunctionInstance.StartApiAsync(table.Name, store, time)));
        return new(table, store, storage, access, apis, time);
    }

    /// <summary>Nothing is there yet, for a scope that is used once.</summary>
    public State NewState()
    {
        Time.Now = SteppedTime.Start();
        return new($"s{Interlocked.Increment(ref _scopes)}", Time.Now);
    }

    /// <param name="caller">Of those that are there at the same time, from 0.</param>
    public Task<HttpApiAnswer> SendAsync(HttpApiEvent request, bool isForAccess, int caller) =>
        isForAccess ? _access.SendAsync(request) : _apis[caller].SendAsync(request);

    /// <summary>What has to be there before the request, and what happens without one.</summary>
    public async Task PrepareAsync(Operation operation, State state)
    {
        if (operation is Operations.Projects.CreateProject project && project.BucketIn(state) is { } bucket)
        {
            using var s3 = _storage.S3(_storage.Admin);
            if (state.Projects.Values.All(other => other.Bucket != bucket)) await s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket });
        }

        if (operation is UploadFile upload && upload.Target(state) is { } target)
            await _storage.PutAsync(target.Bucket, target.Key, new string('x', upload.Size));

        if (operation is StorageFollows follows && state.Share(follows.Share) is { } share)
            await Provisioning.FollowAsync(_apis[0].Services, share.Id, Time.Now);
    }

    public async ValueTask DisposeAsync()
    {
        await _access.DisposeAsync();
        foreach (var api in _apis) await api.DisposeAsync();
        _store.Dispose();
        await _table.DisposeAsync();
    }
}
