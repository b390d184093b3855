using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shares.Bench.ColdStart;
using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Presigning;

/// <summary>
/// The published function answering pages of presigned URLs: everything that it does for one, from reading the request and deciding to
/// writing the answer.
/// </summary>
internal static class DeployedPage
{
    private const int Pages = 60;
    private static readonly UserId User = UserId.Parse("bench");
    private static readonly Actor By = new(ActorType.Person, User.ToString(), "", "");

    /// <returns>Seconds of CPU for each page.</returns>
    public static async Task<double> CpuSecondsAsync(PresignWork work)
    {
        await using var table = await TestTable.CreateAsync();
        await using var sts = await OneSessionSts.StartAsync(work);
        await using var api = await StrictRuntimeApi.StartAsync();
        var request = await RequestAsync(work, table);
        var program = Path.Combine(Repository.Root, "artifacts/publish/Shares.Access/bootstrap");
        await using var function = FunctionProcess.Start(program, api, Settings(table, sts.Urls.Single()), memoryMegabytes: 1024);
        for (var warm = 0; warm < 20; warm++) await PageAsync(api, request);
        var before = ProcessFigures.CpuSeconds(function.Id);
        for (var page = 0; page < Pages; page++) await PageAsync(api, request);
        return (ProcessFigures.CpuSeconds(function.Id) - before) / Pages;
    }

    private static async Task PageAsync(StrictRuntimeApi api, HttpApiEvent request)
    {
        var answer = await api.InvokeAsync(request);
        if (answer.StatusCode != 200) throw new InvalidOperationException($"{answer.StatusCode}: {answer.Text}");
    }

    /// <summary>All paths of the work, named, of a dataset of the caller's own project.</summary>
    private static async Task<HttpApiEvent> RequestAsync(PresignWork work, TestTable table)
    {
        await using var stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddSharesData(table.Name, table.Client).BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();
        var project = new Project
        {
            Id = UuidId.New<ProjectId>(TimeProvider.System), Name = "bench", Status = ProjectStatus.Completed, Bucket = "bench-bucket", CreatedBy = User,
            CreatedAt = now, UpdatedAt = now,
        };
        var dataset = new Dataset
        {
            Id = UuidId.New<DatasetId>(TimeProvider.System), ProjectId = project.Id, Name = "bench", ProcessId = "reads", Status = DatasetStatus.Completed,
            CreatedBy = User, CreatedAt = now, UpdatedAt = now,
        };
        (await stores.GetRequiredService<ProjectStore>().CreateAsync(project, By, default)).ValueOrThrow();
        (await stores.GetRequiredService<DatasetStore>().CreateAsync(dataset, By, default)).ValueOrThrow();
        var paths = new JsonArray([.. work.Keys.Select(key => (JsonNode)key[(key.IndexOf("/data/", StringComparison.Ordinal) + 1)..])]);
        var body = new JsonObject { ["paths"] = paths, ["expiresInSeconds"] = work.ExpiresIn };
        return HttpApiEvent.Send("POST", $"/api/projects/{project.Id}/datasets/{dataset.Id}/files:presign", body.ToJsonString()).By(User.ToString());
    }

    private static Dictionary<string, string> Settings(TestTable table, string sts) => new()
    {
        ["TABLE_NAME"] = table.Name,
        ["SHARES_ACCOUNT_ID"] = "111122223333",
        ["PIPELINES_VPC_ID"] = "vpc-0bench",
        ["SHARES_PIPELINE_ROLE_ARN"] = "arn:aws:iam::111122223333:role/SharesPipelineRole",
        ["SHARES_DOWNLOAD_ROLE_ARN"] = "arn:aws:iam::111122223333:role/SharesDownloadRole",
        ["SHARES_UPLOAD_ROLE_ARN"] = "arn:aws:iam::111122223333:role/SharesUploadRole",
        ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_STS"] = sts,
        ["AWS_ACCESS_KEY_ID"] = "bench",
        ["AWS_SECRET_ACCESS_KEY"] = "bench",
    };
}
