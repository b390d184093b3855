using System.Globalization;
using System.Text.Json.Nodes;
using static Shares.Local.Tests.Policies.SharedStorage;

namespace Shares.Local.Tests.Policies;

/// <summary>What storage answers to sessions of shares: the roles of the templates, real AssumeRole, real clients.</summary>
public sealed class ShareEnforcementTests(SharedStorage storage) : IClassFixture<SharedStorage>
{
    private const string Pipeline = "SharesPipelineRole", Downloader = "SharesDownloadRole";

    [Fact]
    public async Task A_pipeline_reads_what_it_was_granted() => Assert.Equal("OK", await (await Run()).ReadAsync(Analyze, Granted));

    [Fact]
    public async Task A_pipeline_lists_the_dataset_it_was_granted_and_no_other()
    {
        var run = await Run();
        Assert.Equal("OK", await run.ListAsync(Analyze, $"datasets/{Dataset}/data/"));
        Assert.Equal("AccessDenied", await run.ListAsync(Analyze, $"datasets/{OtherDataset}/data/"));
        Assert.Equal("AccessDenied", await run.ListAsync(Analyze, null));
    }

    [Fact]
    public async Task A_pipeline_does_not_read_another_dataset_of_the_share() =>
        Assert.Equal("AccessDenied", await (await Run()).ReadAsync(Analyze, NotGranted));

    [Fact]
    public async Task A_pipeline_does_not_read_its_dataset_through_another_share() =>
        Assert.Equal("AccessDenied", await (await Run()).ReadAsync(OtherShare, Granted));

    [Fact]
    public async Task A_pipeline_does_not_read_directly_from_the_publishers_bucket() =>
        Assert.Equal("AccessDenied", await (await Run()).ReadAsync(null, Granted));

    [Fact]
    public async Task An_analyze_access_point_is_not_reached_from_the_Internet() =>
        Assert.Equal("AccessDenied", await (await Run()).ReadAsync(Analyze, Granted, inVpc: false));

    [Fact]
    public async Task A_pipeline_reads_and_writes_its_own_bucket_and_writes_no_other()
    {
        var run = await Run();
        Assert.Equal("OK", await run.ReadAsync(null, Result, bucket: Lab));
        Assert.Equal("OK", await run.WriteAsync(Lab, "results/run-1/new.csv"));
        Assert.Equal("AccessDenied", await run.WriteAsync(Publisher, "results/run-1/new.csv"));
        Assert.Equal("AccessDenied", await run.WriteAsync(storage.Alias(Analyze), $"datasets/{Dataset}/data/new"));
    }

    [Fact]
    public async Task Inputs_are_copied_only_to_where_the_session_may_write()
    {
        var run = await Run();
        Assert.Equal("OK", await run.CopyAsync(Analyze, Granted, Lab));
        Assert.Equal("AccessDenied", await run.CopyAsync(Analyze, Granted, Publisher));
        Assert.Equal("AccessDenied", await run.CopyAsync(Analyze, NotGranted, Lab));
    }

    [Fact]
    public async Task A_session_without_tags_reads_nothing() =>
        Assert.Equal("AccessDenied", await new StorageClient(storage, await storage.AssumeAsync(Pipeline, [])).ReadAsync(Analyze, Granted));

    [Fact]
    public async Task A_session_with_all_twenty_grants_works()
    {
        static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var others = Enumerable.Range(1, 19).Select(_ => ($"shr-{Id():N}-a1", Id().ToString()));
        Assert.Equal("OK", await (await Vend(Pipeline, [.. others, (Analyze, Dataset)])).ReadAsync(Analyze, Granted));
    }

    [Fact]
    public async Task Nobody_but_the_reader_role_passes_an_access_point_not_even_an_administrator()
    {
        Assert.Equal("AccessDenied", await new StorageClient(storage, storage.Aws.Admin).ReadAsync(Analyze, Granted));
        Assert.Equal("AccessDenied", await (await Vend(Downloader, (Analyze, Dataset))).ReadAsync(Analyze, Granted));
        Assert.Equal("AccessDenied", await (await Vend(Pipeline, (Download, Dataset))).ReadAsync(Download, Granted));
    }

    [Fact]
    public async Task A_presigned_url_works_on_a_download_access_point_and_never_on_an_analyze_one()
    {
        Assert.Equal("200", await StorageClient.GetAsync((await Vend(Downloader, (Download, Dataset))).Presign(Download)));
        Assert.Equal("403 AccessDenied", await StorageClient.GetAsync((await Run()).Presign(Analyze, inVpc: true)));
    }

    [Fact]
    public async Task A_presigned_url_dies_after_fifteen_minutes_whatever_it_says()
    {
        var url = (await Vend(Downloader, (Download, Dataset))).Presign(Download);
        try
        {
            storage.Aws.Time.Shift = TimeSpan.FromMinutes(14);
            Assert.Equal("200", await StorageClient.GetAsync(url));
            storage.Aws.Time.Shift = TimeSpan.FromMinutes(16);
            Assert.Equal("403 AccessDenied", await StorageClient.GetAsync(url));
        }
        finally
        {
            storage.Aws.Time.Shift = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Revoking_ends_sessions_issued_before_it_and_no_later_ones()
    {
        var before = await Run();
        Assert.Equal("OK", await before.ReadAsync(Analyze, Granted));
        var moment = storage.Aws.Time.GetUtcNow().AddSeconds(2);
        try
        {
            storage.SetPolicy(Analyze, new JsonObject
            {
                ["StringEquals"] = new JsonObject { ["aws:PrincipalTag/subscriber"] = "lab" },
                ["DateLessThan"] = new JsonObject
                {
                    ["aws:TokenIssueTime"] = moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                },
            });
            storage.Aws.Time.Shift = TimeSpan.FromSeconds(5);
            Assert.Equal("AccessDenied", await before.ReadAsync(Analyze, Granted));
            Assert.Equal("OK", await (await Run()).ReadAsync(Analyze, Granted));
        }
        finally
        {
            storage.Aws.Time.Shift = TimeSpan.Zero;
            storage.SetPolicy(Analyze);
        }
    }

    [Fact]
    public async Task An_upload_session_writes_its_dataset_and_reads_nothing()
    {
        var upload = await Vend("SharesUploadRole", ("none", Dataset));
        Assert.Equal("OK", await upload.WriteAsync(Lab, $"datasets/{Dataset}/data/new"));
        Assert.Equal("AccessDenied", await upload.WriteAsync(Lab, $"datasets/{OtherDataset}/data/new"));
        Assert.Equal("AccessDenied", await upload.ReadAsync(null, $"datasets/{Dataset}/data/new", bucket: Lab));
    }

    private Task<StorageClient> Run() => Vend(Pipeline, (Analyze, Dataset));

    private async Task<StorageClient> Vend(string role, params (string, string)[] grants) => new(storage, await storage.VendAsync(role, grants));
}
