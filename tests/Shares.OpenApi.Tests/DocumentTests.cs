using Microsoft.OpenApi;

namespace Shares.OpenApi.Tests;

public sealed class DocumentTests
{
    [Fact]
    public async Task What_is_committed_describes_the_functions_as_they_are()
    {
        var contract = await Contract.ReadAsync();

        foreach (var (path, text) in contract.Files)
            Assert.True(await File.ReadAllTextAsync(path) == text, $"{Path.GetFileName(path)} is not up to date. Refresh it: {Contract.Refresh}");
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_1()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await TextAsync(), "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic!.SpecificationVersion);
        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.NotEmpty(document!.Paths);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own()
    {
        var (document, _) = OpenApiDocument.Parse(await TextAsync(), "json");

        var names = document!.Paths.Values.SelectMany(path => path.Operations!.Values).Select(operation => operation.OperationId).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    private static async Task<string> TextAsync() =>
        (await Contract.ReadAsync()).Files.Single(file => file.Path.EndsWith("openapi.json", StringComparison.Ordinal)).Text;
}
