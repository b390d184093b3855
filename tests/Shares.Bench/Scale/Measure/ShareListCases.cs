using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

internal static class ShareListCases
{
    /// <summary>A page goes back through this many months at most, each of them a partition, until it is full.</summary>
    private const decimal MonthsOfLog = 12;

    /// <summary>Ids of so many projects fill the 4 KB of a unit. The first page of published shares has the one for all projects.</summary>
    private const int ProjectsInUnit = 200;

    public static async Task<IEnumerable<UseCase>> OfAsync(FunctionsUnderMeter api, ScaleShape shape)
    {
        var first = await api.SendAsync(Requests.Publisher("shares", "limit=50&type=PUBLISHER"));
        var next = $"limit=50&type=PUBLISHER&nextToken={first.Headers["Next-Token"]}";
        return
        [
            new("50 published shares by name, one of them for n projects", UseCases.Gate + 3 + 50 + (shape.Projects / ProjectsInUnit), 0, _ => Requests.Publisher("shares", "limit=50&type=PUBLISHER")),
            new("50 published shares by name, a later page", UseCases.Gate + 3 + 50, 0, _ => Requests.Publisher("shares", next)),
            new("50 shares of a project that receives them", UseCases.Gate + 3 + 50, 0, _ => Requests.Lab("shares", "limit=50")),
            new("detail of a share for 10 projects", 14, 0, _ => Requests.Publisher($"shares/{ScaleIds.Share(WorldShares.Half)}")),
            new("100 subscriptions of a share for n projects", 4 + (1.1m * shape.Projects), 0, _ => Requests.Publisher($"shares/{ScaleIds.Share(WorldShares.Wide)}/subscriptions", "limit=100")),
            new("100 usages of a share with n", UseCases.Gate + 15, 0, _ => Requests.Publisher($"shares/{ScaleIds.Share(WorldShares.Half)}/usages", "limit=100")),
            new("100 entries of the log of a project with n", UseCases.Gate + 15 + MonthsOfLog, 0, _ => Requests.Publisher("audit", "limit=100")),
            new("100 keywords", 3, 0, _ => HttpApiEvent.Get("/api/keywords", "limit=100").By($"{People.Member}")),
        ];
    }
}
