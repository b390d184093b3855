using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class LiveGrantStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private static readonly DateTimeOffset Issued = TimeProvider.System.GetUtcNow();

    private readonly LiveGrantStore _grants = fixture.Stores.Grants;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_grant_is_found_by_share_by_dataset_and_by_person()
    {
        var grant = new LiveGrant(New<ShareId>(), New<DatasetId>(), New<ProjectId>(), Ada, Issued);
        await _grants.RecordAsync([grant, grant], Ct);
        Assert.Equal([grant with { Person = null }], await _grants.OfShareAsync(grant.ShareId, Ct));
        Assert.Equal([(grant.ShareId, Issued)], await _grants.SharesOfDatasetAsync(grant.DatasetId, Ct));
        Assert.Equal([(grant.ShareId, Issued)], await _grants.SharesOfPersonAsync(grant.SubscriberId, Ada, Ct));
        Assert.Empty(await _grants.SharesOfPersonAsync(grant.SubscriberId, Bob, Ct));
    }

    [Fact]
    public async Task A_pipelines_grant_is_nobodys()
    {
        var grant = new LiveGrant(New<ShareId>(), New<DatasetId>(), New<ProjectId>(), null, Issued);
        await _grants.RecordAsync([grant], Ct);
        Assert.Single(await _grants.OfShareAsync(grant.ShareId, Ct));
        Assert.Empty(await _grants.SharesOfPersonAsync(grant.SubscriberId, Ada, Ct));
    }

    [Fact]
    public async Task What_has_ended_is_not_alive_although_it_may_still_be_stored()
    {
        var grant = new LiveGrant(New<ShareId>(), New<DatasetId>(), New<ProjectId>(), Ada, TimeProvider.System.GetUtcNow() - Limits.RevocationKept);
        await _grants.RecordAsync([grant], Ct);
        Assert.Empty(await _grants.OfShareAsync(grant.ShareId, Ct));
        Assert.Empty(await _grants.SharesOfDatasetAsync(grant.DatasetId, Ct));
        Assert.Empty(await _grants.SharesOfPersonAsync(grant.SubscriberId, Ada, Ct));
    }
}
