using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shares.Hosting.Logging;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests;

public class MetricsTests
{
    [Fact]
    public async Task Metrics_of_a_request_are_one_line_that_CloudWatch_reads()
    {
        await using var function = await WebFunction.StartAsync(
            context =>
            {
                var metrics = context.RequestServices.GetRequiredService<Metrics>();
                metrics.Add("SharesCreated", 1);
                metrics.Add("BytesPresigned", 10, MetricUnit.Bytes);
                metrics.Add("BytesPresigned", 20, MetricUnit.Bytes);
                return Task.CompletedTask;
            },
            args: "--POWERTOOLS_SERVICE_NAME=api");

        await function.InvokeAsync(HttpApiEvent.Get("/"));
        await function.InvokeAsync(HttpApiEvent.Get("/"));

        Assert.Equal(2, function.Lines.Metrics.Count());
        var line = function.Lines.Metrics.First();
        var directive = Assert.Single(line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray());
        Assert.Equal("Shares", directive.GetProperty("Namespace").GetString());
        Assert.Equal("""[["service"]]""", directive.GetProperty("Dimensions").GetRawText());
        Assert.Equal(
            """[{"Name":"SharesCreated","Unit":"Count"},{"Name":"BytesPresigned","Unit":"Bytes"}]""", directive.GetProperty("Metrics").GetRawText());
        Assert.Equal("api", line.GetProperty("service").GetString());
        Assert.Equal("[10,20]", line.GetProperty("BytesPresigned").GetRawText());
    }

    [Fact]
    public async Task A_request_without_metrics_writes_no_line()
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask);

        await function.InvokeAsync(HttpApiEvent.Get("/"));

        Assert.Empty(function.Lines.All);
    }

    [Theory]
    [InlineData(1, 250)]
    [InlineData(250, 1)]
    public void More_than_a_line_may_hold_becomes_several_and_nothing_is_lost(int names, int valuesOfEach)
    {
        using var output = new CapturedLines();
        using var lines = new JsonLines(output);
        using var metrics = new Metrics(new(), lines, TimeProvider.System);

        for (var name = 0; name < names; name++)
        {
            for (var value = 0; value < valuesOfEach; value++) metrics.Add($"m{name}", 1);
        }
        metrics.Flush();

        Assert.Equal(3, output.Metrics.Count());
        Assert.All(output.Metrics, line => Assert.True(Values(line).Count() <= 100));
        Assert.Equal(250, output.Metrics.SelectMany(Values).Sum());
    }

    private static IEnumerable<double> Values(JsonElement line) =>
        line.EnumerateObject().Where(member => member.Name[0] == 'm').SelectMany(member => member.Value.EnumerateArray()).Select(value => value.GetDouble());
}
