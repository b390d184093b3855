using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.SecurityToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shares.Access;
using Shares.Access.Tests.Support;
using Shares.Api;
using Shares.Aws.Objects;
using Shares.Data;
using Shares.Hosting;
using Shares.Hosting.Logging;
using Shares.Local.Identity;
using Shares.Testing.RuntimeApi;

namespace Shares.Model.Tests.Running;

/// <summary>One instance of a function, in this process, behind a Runtime API. It answers one request at a time, as on Lambda.</summary>
internal sealed class FunctionInstance : IAsyncDisposable
{
    /// <summary>Longer than API Gateway's, for machines that are busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StrictRuntimeApi _runtime;
    private readonly WebApplication _app;
    private readonly SteppedTime _time;

    private FunctionInstance(StrictRuntimeApi runtime, WebApplication app, SteppedTime time) => (_runtime, _app, _time) = (runtime, app, time);

    public IServiceProvider Services => _app.Services;

    public static Task<FunctionInstance> StartApiAsync(string table, IAmazonDynamoDB store, SteppedTime time) =>
        StartAsync(table, store, time, [$"--AWS_REGION={LocalAccount.Region}", $"--SHARES_ACCOUNT_ID={LocalAccount.Id}", "--REPORTS_BUCKET=reports"], _ => { }, builder => builder.BuildApi());

    public static Task<FunctionInstance> StartAccessAsync(string table, IAmazonDynamoDB store, SteppedTime time, LocalStorage storage)
    {
        var keys = storage.Keys("AccessFunctionRole", "AccessFunction");
        string[] settings =
        [
            $"--AWS_REGION={LocalAccount.Region}",
            $"--SHARES_ACCOUNT_ID={LocalAccount.Id}",
            $"--PIPELINES_VPC_ID={LocalStorage.VpcId}",
            $"--SHARES_PIPELINE_ROLE_ARN={LocalAccount.RoleArn("SharesPipelineRole")}",
            $"--SHARES_DOWNLOAD_ROLE_ARN={LocalAccount.RoleArn("SharesDownloadRole")}",
            $"--SHARES_UPLOAD_ROLE_ARN={LocalAccount.RoleArn("SharesUploadRole")}",
            $"--AWS_ENDPOINT_URL_S3={storage.Internet}",
        ];
        return StartAsync(table, store, time, settings, services => services
            .AddSingleton<IAmazonS3>(S3Client.Create(new S3Location(LocalAccount.Region, storage.Internet), keys))
            .AddSingleton<IAmazonSecurityTokenService>(new AmazonSecurityTokenServiceClient(keys, new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = storage.Internet.ToString(),
                AuthenticationRegion = LocalAccount.Region,
            })), builder => builder.BuildAccess());
    }

    public Task<HttpApiAnswer> SendAsync(HttpApiEvent request) => _runtime.InvokeAsync(request, _time.GetUtcNow() + Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _runtime.DisposeAsync();
    }

    private static async Task<FunctionInstance> StartAsync(
        string table,
        IAmazonDynamoDB store,
        SteppedTime time,
        string[] settings,
        Action<IServiceCollection> add,
        Func<WebApplicationBuilder, WebApplication> build)
    {
        var runtime = await StrictRuntimeApi.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            Args = [.. runtime.Arguments, $"--TABLE_NAME={table}", "--AWS_LAMBDA_FUNCTION_NAME=UnderTest", .. settings],
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(new JsonLines(Stream.Null));
        add(builder.Services);
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(table, store);
        var app = build(builder);
        await app.StartAsync();
        return new(runtime, app, time);
    }
}
