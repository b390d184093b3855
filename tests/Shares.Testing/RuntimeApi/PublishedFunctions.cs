namespace Shares.Testing.RuntimeApi;

/// <summary>The functions as Native AOT code: one program that is each of them.</summary>
public static class PublishedFunctions
{
    public const string WhyMissing = "The functions are not published: bash infra/publish.sh Shares.Functions";

    public static string Program { get; } = Path.Combine(Repository.Root, "artifacts", "publish", "Shares.Functions", "bootstrap");

    public static bool AreThere => File.Exists(Program);

    /// <param name="name">As its project.</param>
    public static FunctionProcess Start(string name, StrictRuntimeApi api, IReadOnlyDictionary<string, string>? environment = null) =>
        FunctionProcess.Start(Program, api, new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["_HANDLER"] = name });
}
