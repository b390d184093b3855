using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

internal static class ProjectCases
{
    public static IEnumerable<UseCase> Of(ScaleShape shape) =>
    [
        new("any request: caller and project", UseCases.Gate, 0, _ => Requests.Lab("")),
        new("the projects of a member of n", 2 + (shape.Memberships * 1.1m), 0, _ => HttpApiEvent.Get("/api/projects").By($"{People.Member}")),
        new("50 discoverable projects by the beginning of their name", 3 + 50, 0, _ => HttpApiEvent.Get("/api/projects/discover", "text=LAB&limit=50").By($"{People.Member}")),
    ];
}
