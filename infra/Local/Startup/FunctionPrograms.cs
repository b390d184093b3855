using Shares.Local.Lambda;
using Shares.Local.Template;

namespace Shares.Local.Startup;

/// <summary>
/// Finds the programs of the template's functions: the last name in <c>CodeUri</c> is the function's project. The Native AOT programs are one,
/// which is the function that its handler names: compiling six that are alike takes minutes.
/// </summary>
internal static class FunctionPrograms
{
    private static readonly string Together = Path.Combine(Repository.Root, "artifacts", "publish", "Shares.Functions", "bootstrap");

    public static IEnumerable<FunctionDefinition> Of(TemplateModel template, bool native) => template.Functions.Select(function => new FunctionDefinition(
        function.LogicalId,
        native ? Together : Compiled(Project(function)),
        Handler: native ? Project(function) : "bootstrap",
        function.RoleName,
        function.MemorySize,
        function.Timeout,
        function.Environment)
    {
        ReservedConcurrency = function.ReservedConcurrency,
    });

    private static string Project(FunctionModel function) => Path.GetFileName(function.CodeUri);

    private static string Compiled(string project) =>
        Path.Combine(Repository.Root, "functions", project, "bin", Repository.Configuration, "net10.0", project);
}
