using System.Text.Json.Nodes;
using Shares.Api.Tests.Running;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Datasets;
using Shares.Testing;

namespace Shares.Api.Tests.Texts;

/// <summary>
/// A project with one completed dataset for each sample: its name, its data type, one of its tags, and whoever made it, are the sample; and
/// another project with one share for each: its name, its description and its keyword, if it is short enough, are the sample.
/// </summary>
public sealed class TextWorld : IAsyncLifetime
{
    public const string Owner = "librarian";

    private readonly Dictionary<string, string> _datasets = [];
    private readonly Dictionary<string, string> _shares = [];

    public ApiFixture Api { get; } = new();

    public string Project { get; private set; } = "";

    public string Catalogue { get; private set; } = "";

    public string IdOf(TextSample sample) => _datasets[sample.Kind];

    public string ShareOf(TextSample sample) => _shares[sample.Kind];

    public async ValueTask InitializeAsync()
    {
        await Api.InitializeAsync();
        var project = await Api.World.ProjectAsync("library", new Dictionary<string, Role> { [Owner] = Role.Owner });
        Project = $"/projects/{project}";
        Catalogue = $"/projects/{await Api.World.ProjectAsync("catalogue", new Dictionary<string, Role> { [Owner] = Role.Owner })}";
        foreach (var sample in TextSample.All)
        {
            var member = new JsonObject { ["username"] = sample.Stored, ["role"] = "CONTRIBUTOR" };
            var added = await Api.SendAsync(Owner, "PUT", $"{Project}/permissions", member);
            Assert.True(added.StatusCode == 200, $"{sample.Kind}: {added.Text}");
            _datasets[sample.Kind] = await RegisterAsync(sample);
            _shares[sample.Kind] = await CreateShareAsync(Catalogue, new()
            {
                ["name"] = sample.Given, ["description"] = sample.Given, ["conditions"] = new JsonArray(), ["keywords"] = sample.IsShort ? new JsonArray(sample.Given) : [],
            });
        }
    }

    public async Task<string> CreateShareAsync(string project, JsonObject body)
    {
        var made = await Api.SendAsync(Owner, "POST", $"{project}/shares", body);
        Assert.True(made.StatusCode == 201, made.Text);
        return made.Json.GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private async Task<string> RegisterAsync(TextSample sample)
    {
        var body = new JsonObject
        {
            ["name"] = sample.Given,
            ["description"] = sample.Given,
            ["processId"] = sample.Given,
            ["tags"] = new JsonArray(new JsonObject { ["value"] = sample.Given }, new JsonObject { ["value"] = "of all" }),
            ["expectedFiles"] = new JsonArray(),
        };
        var made = await Api.SendAsync(sample.Stored, "POST", $"{Project}/datasets/upload", body);
        Assert.True(made.StatusCode == 201, $"{sample.Kind}: {made.Text}");
        var id = made.Json.GetProperty("id").GetString()!;
        // Counting files is another function's.
        var completed = await Api.Get<DatasetStore>().UpdateAsync(UuidId.Parse<DatasetId>(id), null, UserId.Parse(Owner).Acting(), Complete, default);
        completed.ValueOrThrow();
        return id;
    }

    private static Result<Dataset> Complete(Dataset dataset) =>
        dataset with { Status = DatasetStatus.Completed, FileCount = 1, TotalSize = new ByteCount(1) };
}
