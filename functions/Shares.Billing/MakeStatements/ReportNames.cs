using System.Runtime.CompilerServices;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Reports;
using Shares.Core.Ids;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;

namespace Shares.Billing.MakeStatements;

/// <summary>Gives rows their names. What is gone is named by its id. Names are read for many rows at once, and remembered while a report is made.</summary>
public sealed class ReportNames(ProjectStore projects, ShareStore shares, DatasetStore datasets)
{
    private const int RowsAtOnce = 500;

    /// <summary>Names of a kind that are remembered; when there are more, all are forgotten.</summary>
    private const int MostKnown = 50_000;

    public async IAsyncEnumerable<ReportRow> NameAsync(IAsyncEnumerable<PricedRow> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        var (projectNames, datasetNames) = (new Dictionary<ProjectId, ReportProject>(), new Dictionary<DatasetId, string>());
        var shareNames = new Dictionary<ShareId, (string Name, EgressLimit? Limit)>();
        await foreach (var chunk in rows.Chunk(RowsAtOnce).WithCancellation(ct))
        {
            var keyed = chunk.Select(row => (Row: row, row.Line.Entry.Key, Publisher: row.Line.PublisherId)).ToList();
            await AddAsync(projectNames, keyed.SelectMany(row => new[] { row.Publisher, row.Key.Subscriber }), async ids =>
            {
                var found = await projects.FindManyAsync(ids, ct);
                return id => found.TryGetValue(id, out var project) ? new(id, project.Name, project.BillingAccountId) : new(id, id.ToString(), "");
            });
            await AddAsync(shareNames, keyed.Select(row => row.Key.Share), async ids =>
            {
                var found = await shares.FindManyAsync(ids, ct);
                return id => found.TryGetValue(id, out var share) ? (share.Name, share.EgressLimit) : (id.ToString(), null);
            });
            await AddAsync(datasetNames, keyed.Select(row => row.Key.Dataset), async ids =>
            {
                var found = await datasets.FindManyAsync(ids, ct);
                return id => found.TryGetValue(id, out var dataset) ? dataset.Name : id.ToString();
            });
            foreach (var (row, key, publisher) in keyed)
            {
                var share = shareNames[key.Share];
                yield return new ReportRow(
                    key, projectNames[publisher], share.Name, datasetNames[key.Dataset], projectNames[key.Subscriber], row.Amount, row.Cost, row.ListCost)
                {
                    IsCorrection = row.IsCorrection, Limit = share.Limit,
                };
            }
        }
    }

    private static async Task AddAsync<TId, TName>(Dictionary<TId, TName> known, IEnumerable<TId> ids, Func<IReadOnlyCollection<TId>, Task<Func<TId, TName>>> read)
        where TId : notnull
    {
        var wanted = ids.ToHashSet();
        if (known.Count + wanted.Count > MostKnown) known.Clear();
        var missing = wanted.Where(id => !known.ContainsKey(id)).ToList();
        if (missing.Count == 0) return;
        var name = await read(missing);
        foreach (var id in missing) known[id] = name(id);
    }
}
