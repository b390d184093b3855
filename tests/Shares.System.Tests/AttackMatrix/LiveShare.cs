using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>A share of the running system with one of its datasets, as its enforcement shows it.</summary>
internal sealed record LiveShare(string Id, UploadedDataset Dataset, LivePoint Analyze, LivePoint? Download)
{
    public DatasetId DatasetId => UuidId.Parse<DatasetId>(Dataset.Id);

    public string Prefix => $"datasets/{Dataset.Id}/";

    public static async Task<LiveShare> ReadAsync(World world, string share, UploadedDataset dataset)
    {
        var enforcement = (await world.CoreAdmin.GetAsync($"/api/projects/{world.Publisher}/shares/{share}/enforcement")).Expect(200);
        var points = enforcement["accessPoints"].AsArray().ToDictionary(point => (string)point!["kind"]!, point => new LivePoint((string)point!["name"]!, (string)point["alias"]!));
        return new LiveShare(share, dataset, points["ANALYZE"], points.GetValueOrDefault("DOWNLOAD"));
    }

    public Grant Grant(LivePoint point) => new(AccessPointName.Parse(point.Name), DatasetId);
}

internal sealed record LivePoint(string Name, string Alias);
