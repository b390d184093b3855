using Shares.Local.Lambda;
using Shares.Local.Template;

namespace Shares.Local.Startup;

/// <summary>Finds the programs of the template's functions: the last name in <c>CodeUri</c> is the function's project.</summary>
internal static class FunctionPrograms
{
    public static IEnumerable<FunctionDefinition> Of(TemplateModel template, bool native) => template.Functions.Select(function => new FunctionDefinition(
        function.LogicalId,
        Program(function, native),
        Handler: "bootstrap",
        function.RoleName,
        function.MemorySize,
        function.Timeout,
        function.Environment)
    {
        ReservedConcurrency = function.ReservedConcurrency,
    });

    private static string Program(FunctionModel function, bool native)
    {
        var project = Path.GetFileName(function.CodeUri);
        return native
            ? Path.Combine(Repository.Root, function.CodeUri, "bootstrap")
            : Path.Combine(Repository.Root, "functions", project, "bin", Repository.Configuration, "net10.0", project);
    }
}
