using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shares.Bench.Scale;
using Shares.Bench.Scale.Build;
using Shares.Core.Enforcing;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Data;
using Shares.Data.Datasets;
using Shares.Data.Projects;
using Shares.Data.Sharing;
using Shares.Testing.DynamoDb;

namespace Shares.Bench.Policies;

/// <summary>A table with one share, and so many datasets that it holds and projects that it names.</summary>
internal sealed record PolicyCase(int Datasets, int Projects)
{
    private const string Bucket = "shares-01940001000070008000000000000000";
    private const string Tag = "shared";

    private static readonly StorageContext Context = new(
        "us-east-1", "111122223333", "vpc-0a1b2c3d", "arn:aws:iam::111122223333:role/SharesPipelineRole", "arn:aws:iam::111122223333:role/SharesDownloadRole");

    /// <summary>Bytes of each policy that enforces the share, as Provisioning derives them from the table; and how many datasets the share holds there.</summary>
    public async Task<PolicySizes> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shares-bench-").FullName;
        try
        {
            await EmptyTable.CreateAsync(folder);
            FillDatasets(folder);
            await using var local = await DynamoDbLocalProcess.StartAsync(folder);
            using var client = ScaleStore.PatientClient(local.Endpoint);
            await using var stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddSharesData(ScaleStore.TableName, client).BuildServiceProvider();
            await AddShareAsync(stores);
            return await SizesAsync(stores);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void FillDatasets(string folder)
    {
        var shape = new ScaleShape(100);
        using var file = new TableFile(folder, ScaleStore.TableName);
        foreach (var dataset in Enumerable.Range(0, Datasets).Select(n => shape.Dataset(n) with { Tags = [Tag] }))
        {
            foreach (var item in DatasetPart.ItemsOf(dataset)) file.Insert(TableFile.ToRow(item));
        }

        file.Commit();
    }

    private async Task AddShareAsync(IServiceProvider stores)
    {
        var now = TimeProvider.System.GetUtcNow();
        var project = new Project
        {
            Id = ScaleIds.Publisher, Name = "publisher", Status = ProjectStatus.Completed, Bucket = Bucket, Settings = new() { IsShareable = true },
            CreatedBy = People.Publisher, CreatedAt = now, UpdatedAt = now,
        };
        var share = new Share
        {
            Id = ScaleIds.Share(0), Name = "share", PublisherId = project.Id, Selection = new([new(SelectionField.Tag, Tag)]),
            IsViewRestricted = false, SharedProjectIds = Enumerable.Range(1, Projects).Select(ScaleIds.Lab).ToFrozenSet(), CreatedBy = People.Publisher, CreatedAt = now, UpdatedAt = now,
        };
        (await stores.GetRequiredService<ProjectStore>().CreateAsync(project, People.Acting(People.Publisher), default)).ValueOrThrow();
        (await stores.GetRequiredService<ShareStore>().CreateAsync(share, People.Acting(People.Publisher), default)).ValueOrThrow();
    }

    private static async Task<PolicySizes> SizesAsync(IServiceProvider stores)
    {
        var share = (await stores.GetRequiredService<ShareStore>().FindAsync(ScaleIds.Share(0), default))!;
        var publisher = (await stores.GetRequiredService<ProjectStore>().FindAsync(share.PublisherId, default))!;
        var held = await stores.GetRequiredService<SelectionReader>().SelectAsync(publisher.Id, share.Selection, null, 1000, default).CountAsync();
        var points = DesiredState.Of(share, Revocations.None, publisher.Bucket, Context, TimeProvider.System.GetUtcNow());
        var bucket = BucketPolicyMerge.Merge(publisher.Bucket, null, BucketPolicy.Statements(publisher.Bucket, Context)).ValueOrThrow().Text;
        int Of(AccessPointKind kind) => Encoding.UTF8.GetByteCount(points.Single(point => point.Name.Kind == kind).Policy);
        return new(held, share.SharedProjectIds.Count, Of(AccessPointKind.Analyze), Of(AccessPointKind.Download), Encoding.UTF8.GetByteCount(bucket));
    }
}

/// <param name="Datasets">That the share holds, counted through its selection.</param>
internal sealed record PolicySizes(int Datasets, int Projects, int AnalyzePoint, int DownloadPoint, int Bucket);
