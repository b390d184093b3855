using System.Diagnostics;
using System.Text.Json;
using Shares.Local.Tests.Template;
using YamlDotNet.RepresentationModel;

namespace Shares.Local.Tests.Portal;

/// <summary>The function that CloudFront runs before it looks for a file, as it stands in the template.</summary>
public sealed class RouterTests
{
    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/projects/0197e000-0000-7000-8000-000000000042/shares", "/index.html")]
    [InlineData("/signed.in/", "/index.html")]
    [InlineData("/config.json", "/config.json")]
    [InlineData("/assets/index-a1b2c3.js", "/assets/index-a1b2c3.js")]
    [InlineData("/assets/gone.js", "/assets/gone.js")]
    public async Task Pages_are_the_index_and_files_are_themselves(string address, string served) => Assert.Equal(served, await RunAsync(address));

    private static async Task<string> RunAsync(string address)
    {
        var yaml = new YamlStream();
        using (var reader = File.OpenText(Path.Combine(RealTemplate.Root, "infra/portal.yaml"))) yaml.Load(reader);
        var code = (string)yaml.Documents[0].RootNode["Resources"]["Router"]["Properties"]["FunctionCode"]!;
        var program = $"{code}\nconsole.log(handler({{ request: {{ uri: {JsonSerializer.Serialize(address)} }} }}).uri)";
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", program]) { RedirectStandardOutput = true })!;
        var answer = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return answer.TrimEnd();
    }
}
