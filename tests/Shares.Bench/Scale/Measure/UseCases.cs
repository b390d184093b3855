namespace Shares.Bench.Scale.Measure;

/// <summary>What is measured, in the order of the table.</summary>
internal static class UseCases
{
    /// <summary>The caller and the project, in every request.</summary>
    public const decimal Gate = 2;

    /// <param name="api">Asked for the tokens of later pages.</param>
    public static async Task<IReadOnlyList<UseCase>> AllAsync(FunctionsUnderMeter api, ScaleShape shape) =>
    [
        .. ProjectCases.Of(shape),
        .. await ShareListCases.OfAsync(api, shape),
        .. ShareChangeCases.Of(shape),
        .. await DatasetCases.OfAsync(api),
        .. PreviewCases.All,
        .. DatasetAccessCases.All,
    ];
}
