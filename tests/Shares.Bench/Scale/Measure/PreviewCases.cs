using Shares.Core.Sharing;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>
/// A dry run of a share for one project. What one condition selects is counted by its facet; where conditions meet, at most ten thousand
/// datasets are looked at.
/// </summary>
internal static class PreviewCases
{
    private const decimal MostLookedAt = 1250;

    private static readonly Condition Half = new(SelectionField.Tag, ScaleShape.Half);
    private static readonly Condition Type = new(SelectionField.ProcessId, ScaleShape.Type(0));
    private static readonly Condition Curator = new(SelectionField.CreatedBy, ScaleShape.Curator.ToString());

    public static IEnumerable<UseCase> All =>
    [
        new("preview of one condition, half of all datasets", 25, 1, _ => Preview(0, Half)),
        new("preview where half of all meet a creator of 100", 25, 1, _ => Preview(1, Half, Curator)),
        new("preview where half of all meet a tenth", MostLookedAt + 5, 1, _ => Preview(2, Half, Type)),
    ];

    private static HttpApiEvent Preview(int by, params Condition[] conditions) =>
        Requests.Publisher("POST", "shares:preview", Requests.Share("preview", "", conditions, [], 1)).By($"{People.Previewers[by]}");
}
