using Shares.OpenApi.Documents;
using Shares.OpenApi.Routing;

namespace Shares.OpenApi;

/// <summary>The routes of all functions and what describes them. <c>dotnet run --project tests/Shares.OpenApi</c> writes it.</summary>
public sealed class Contract
{
    public const string Refresh = "dotnet run --project tests/Shares.OpenApi";

    private Contract(IReadOnlyList<(string, string)> files) => Files = files;

    /// <summary>Absolute path and text of each generated file.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; }

    /// <exception cref="InvalidOperationException">A route or a member is not described, or something is described that is not there.</exception>
    public static async Task<Contract> ReadAsync()
    {
        var functions = await Functions.ReadAsync();
        var document = new OpenApiDocument(functions);
        var docs = Path.Combine(Root(), "docs");
        return new([
            (Path.Combine(docs, "openapi.json"), document.ToText()),
            (Path.Combine(docs, "routes.md"), RoutePage.Write(functions.Routes)),
        ]);
    }

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Shares.sln"))) return folder;
        }

        throw new InvalidOperationException("This program runs inside the repository.");
    }
}
