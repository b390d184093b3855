using Shares.Core.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>A create or edit that concerns n projects may cost 10 + 3n. What is made is deleted again; the log of changes grows.</summary>
internal static class ShareChangeCases
{
    private static readonly IReadOnlyList<Condition> Conditions = [new(SelectionField.Tag, ScaleShape.Half)];
    private static readonly string Unsubscribed = $"shares/{ScaleIds.Share(WorldShares.Meeting)}";

    public static IEnumerable<UseCase> Of(ScaleShape shape) =>
    [
        new("create a share for 10 projects", UseCases.Gate + 10 + 2, Units(10), i => Create(i, 10)) { Undo = Delete },
        new("create a share for n projects", UseCases.Gate + (1.1m * shape.Projects) + 2, Units(shape.Projects), i => Create(i, shape.Projects)) { Undo = Delete, Times = 5 },
        new("edit the description of a share for 10 projects", UseCases.Gate + 14, Units(0), i => Edit(WorldShares.At(shape, WorldShares.Half), "", i)),
        new("rename a share for n projects", UseCases.Gate + (1.1m * shape.Projects) + 4, Units(shape.Projects), i => Edit(WorldShares.At(shape, WorldShares.Wide), $", {i}", i)) { Times = 5 },
        new("subscribe", UseCases.Gate + 12, 12, _ => Put("subscribe")) { Undo = _ => Put("unsubscribe") },
    ];

    private static decimal Units(int projects) => 10 + (3 * projects);

    private static HttpApiEvent Create(int i, int labs) => Requests.Writer("POST", "shares", Requests.Share($"made {i}", "", Conditions, ["word 01", "word 02"], labs));

    private static HttpApiEvent Delete(HttpApiAnswer made) => Requests.Writer("DELETE", $"shares/{made.Json.GetProperty("id").GetString()}", null);

    private static HttpApiEvent Edit(WorldShare share, string end, int i) => Requests.Publisher(
        "PUT", $"shares/{share.Id}", Requests.Share(share.Name + end, $"Edition {i}", share.Conditions, share.Keywords, share.Labs.Count));

    private static HttpApiEvent Put(string what) => Requests.Lab("PUT", $"{Unsubscribed}:{what}", null);
}
