using System.Text.Json.Nodes;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>
/// Deciding what a caller may do with one dataset, and URLs of its files, which cost no more however many they are: for shared datasets one
/// entry in the publisher's log, and, once for each session, the trace of the session.
/// </summary>
internal static class DatasetAccessCases
{
    private const int SharesSubscribed = WorldShares.Subscribed + 1;

    /// <summary>What the publisher has offered beside them is read along with the subscriptions: one unit for each twenty.</summary>
    private const int UnitsOfOffers = 1;

    private const decimal Shared = 4 + SharesSubscribed + UnitsOfOffers;

    /// <summary>An odd number in the thousands, after which only every hundredth dataset is in the share that allows downloads.</summary>
    private const int FirstDownloadable = 4000 + WorldShares.Downloadable;

    public static readonly IReadOnlyList<UseCase> All =
    [
        new("decide access to an own dataset", 3, 0, i => Requests.Publisher($"datasets/{ScaleIds.Dataset(4000 + i)}")),
        new($"decide access to a shared dataset, k = {SharesSubscribed} shares subscribed, as many offered", Shared, 0, i => Requests.Lab($"datasets/{ScaleIds.Dataset(4000 + (2 * i))}")),
        new("presign 1 file of an own dataset", 3, 1, i => Requests.Publisher("POST", Presign(4000 + i), Files(1))) { IsRepeated = true },
        new("presign 2,000 files of an own dataset", 3, 1, i => Requests.Publisher("POST", Presign(4000 + i), Files(2000))) { IsRepeated = true },
        new("presign 1 file of a shared dataset", Shared, 2, _ => Lab(1)) { IsRepeated = true },
        new("presign 2,000 files of a shared dataset", Shared, 2, _ => Lab(2000)) { IsRepeated = true },
        new("presign 1 file of a shared dataset in a new session", 2 * Shared, 5, i => Requests.Lab("POST", Presign(FirstDownloadable + 100 + (100 * i)), Files(1))),
    ];

    private static HttpApiEvent Lab(int files) => Requests.Lab("POST", Presign(FirstDownloadable), Files(files));

    private static string Presign(int dataset) => $"datasets/{ScaleIds.Dataset(dataset)}/files:presign";

    private static JsonObject Files(int count) => new() { ["paths"] = new JsonArray([.. Enumerable.Range(0, count).Select(n => (JsonNode)$"data/reads_{n:0000}.fastq.gz")]) };
}
