using System.Text.Json.Nodes;
using Shares.SystemTests.Support;
using Shares.Testing.Contract;

namespace Shares.SystemTests.Description;

public sealed class ExampleTests(LocalCloud cloud)
{
    /// <summary>Ids that examples name: a dataset, and a project that is not the one of the path.</summary>
    private const string ExampleDataset = "0197e000-0000-7000-8000-0000000000d1";
    private const string ExampleProject = "0197e000-0000-7000-8000-0000000000b1";

    [Fact]
    public async Task Every_route_succeeds_with_the_example_that_its_description_gives()
    {
        var scene = await Scene.CreateAsync(cloud);

        foreach (var operation in ContractCheck.Shared.Document.Operations)
        {
            var target = await scene.TargetAsync(operation);
            var body = operation.Example?.ToJsonString()
                .Replace(ExampleDataset, target.Dataset, StringComparison.Ordinal)
                .Replace(ExampleProject, scene.World.Lab, StringComparison.Ordinal);
            var path = $"{target.Prefix}{target.Path}";
            var answer = await target.Client.SendAsync(new HttpMethod(operation.Method), path, body is null ? null : JsonNode.Parse(body));
            Assert.True(answer.Status == operation.Success, $"{operation.Route} answers {answer.Status} {answer.Text} to {body}");
        }
    }

    [Fact]
    public void Every_example_is_of_the_form_that_its_route_takes()
    {
        var wrong = ContractCheck.Shared.Document.Operations.SelectMany(operation => ContractCheck.Shared.RefuseExample(operation).Select(why => $"{operation.Route}: {why}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_description_is_served_to_everybody_beside_the_API_and_in_it()
    {
        using var http = new HttpClient();
        var committed = await File.ReadAllTextAsync(ContractDocument.Path);

        Assert.Equal(committed, await http.GetStringAsync(new Uri(cloud.Gateway, "/openapi.json")));
        Assert.Equal(committed, await http.GetStringAsync(new Uri(cloud.Gateway, "/api/openapi.json")));
    }
}
