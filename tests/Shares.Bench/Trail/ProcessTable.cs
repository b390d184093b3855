using Shares.Bench.ColdStart;
using Shares.Bench.Tables;
using Shares.Data.Items;
using Shares.Data.Store;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;
using Shares.Testing.Trail;
using Spectre.Console;
using Table = Shares.Data.Store.Table;

namespace Shares.Bench.Trail;

/// <summary>The function as a process, woken with batches of 10,000 new records: its memory, and its CPU with all that it asks of the store.</summary>
internal static class ProcessTable
{
    private const int Records = 10_000;
    private const int Batches = 5;

    /// <returns>CPU seconds that a record takes.</returns>
    public static async Task<double> PrintAsync()
    {
        await using var table = await TestTable.CreateAsync();
        await new Table(table.Client, table.Name, TimeProvider.System).PutManyAsync(
            TrailBatch.Publishers.Values.Distinct().Select(publisher => BucketItem.KeyOf(TrailBatch.BucketOf(publisher)).ToItem().With("Project", publisher.ToString())), default);
        await using var buckets = await ReportsBuckets.StartAsync();
        await using var runtime = await StrictRuntimeApi.StartAsync();
        var (program, kind) = Program();
        await using var function = FunctionProcess.Start(program, runtime, new Dictionary<string, string>
        {
            ["TABLE_NAME"] = table.Name,
            ["SHARES_ACCOUNT_ID"] = TrailRecord.AccountId,
            ["SHARES_PIPELINE_ROLE_ARN"] = $"arn:aws:iam::{TrailRecord.AccountId}:role/{TrailRecord.PipelineRole}",
            ["SHARES_DOWNLOAD_ROLE_ARN"] = $"arn:aws:iam::{TrailRecord.AccountId}:role/{TrailRecord.DownloadRole}",
            ["REPORTS_BUCKET"] = ReportsBuckets.Usual,
            ["AWS_ENDPOINT_URL_S3"] = buckets.Address.ToString(),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
        });
        await DeliverAsync(runtime, TrailBatch.Of(1, seed: 100));
        var first = ProcessFigures.PeakMegabytes(function.Id);
        await DeliverAsync(runtime, TrailBatch.Of(Records, seed: 101));
        var (one, cpu) = (ProcessFigures.PeakMegabytes(function.Id), ProcessFigures.CpuSeconds(function.Id));
        for (var n = 0; n < Batches; n++) await DeliverAsync(runtime, TrailBatch.Of(Records, seed: 102 + n));
        var record = (ProcessFigures.CpuSeconds(function.Id) - cpu) / (Batches * Records);

        var figures = Report.NewTable("Shares.Egress as a process", kind);
        figures.AddRow("most memory after a delivery of 1 record, MB", Figure.Of(first));
        figures.AddRow("most memory after a delivery of 10,000, MB", Figure.Of(one));
        figures.AddRow($"most memory after {Batches} more, MB", Figure.Of(ProcessFigures.PeakMegabytes(function.Id)));
        figures.AddRow("CPU a record, the requests to the store included, µs", Figure.Of(record * 1e6));
        Report.Print(figures);
        return record;
    }

    private static (string Path, string Kind) Program()
    {
        var published = Path.Combine(Repository.Root, "artifacts/publish/Shares.Egress/bootstrap");
        return File.Exists(published) ? (published, "published") : (typeof(Egress.EgressSettings).Assembly.Location, "with the JIT");
    }

    private static async Task DeliverAsync(StrictRuntimeApi runtime, TrailBatch batch)
    {
        var outcome = await runtime.InvokeAsync($$$"""{"awslogs":{"data":"{{{batch.Data}}}"}}""", TimeProvider.System.GetUtcNow().AddMinutes(10));
        if (outcome.Error is { } error) throw new InvalidOperationException($"The function failed: {error.Type} {error.Body}");
    }
}
