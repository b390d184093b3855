using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shares.Access;
using Shares.Api;
using Shares.Data;
using Shares.Hosting;
using Shares.Hosting.Logging;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>A function in this process, woken as on Lambda.</summary>
internal sealed class FunctionUnderMeter : IAsyncDisposable
{
    private const string Region = "us-east-1";

    private readonly StrictRuntimeApi _runtime;
    private readonly WebApplication _app;

    private FunctionUnderMeter(StrictRuntimeApi runtime, WebApplication app) => (_runtime, _app) = (runtime, app);

    public static Task<FunctionUnderMeter> StartApiAsync(IAmazonDynamoDB store) =>
        StartAsync(store, [$"--AWS_REGION={Region}", "--SHARES_ACCOUNT_ID=111122223333", "--REPORTS_BUCKET=reports", "--AWS_LAMBDA_FUNCTION_NAME=ApiFunction"], builder => builder.BuildApi());

    public static Task<FunctionUnderMeter> StartAccessAsync(IAmazonDynamoDB store, string sts) => StartAsync(
        store,
        [
            $"--AWS_REGION={Region}",
            "--SHARES_ACCOUNT_ID=111122223333",
            "--PIPELINES_VPC_ID=vpc-0bench",
            "--SHARES_PIPELINE_ROLE_ARN=arn:aws:iam::111122223333:role/SharesPipelineRole",
            "--SHARES_DOWNLOAD_ROLE_ARN=arn:aws:iam::111122223333:role/SharesDownloadRole",
            "--SHARES_UPLOAD_ROLE_ARN=arn:aws:iam::111122223333:role/SharesUploadRole",
        ],
        builder =>
        {
            var config = new AmazonSecurityTokenServiceConfig { ServiceURL = sts, AuthenticationRegion = Region };
            builder.Services.AddSingleton<IAmazonSecurityTokenService>(new AmazonSecurityTokenServiceClient(new BasicAWSCredentials("bench", "bench"), config));
            return builder.BuildAccess();
        });

    /// <summary>Waits longer than Lambda would: how long things take on a busy machine is measured and is no failure.</summary>
    public Task<HttpApiAnswer> InvokeAsync(HttpApiEvent request) => _runtime.InvokeAsync(request, TimeProvider.System.GetUtcNow().AddMinutes(10));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _runtime.DisposeAsync();
    }

    private static async Task<FunctionUnderMeter> StartAsync(IAmazonDynamoDB store, string[] settings, Func<WebApplicationBuilder, WebApplication> build)
    {
        var runtime = await StrictRuntimeApi.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [.. runtime.Arguments, $"--TABLE_NAME={ScaleStore.TableName}", .. settings] });
        builder.Services.AddSingleton(new JsonLines(Stream.Null));
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(ScaleStore.TableName, store);
        var app = build(builder);
        await app.StartAsync();
        return new(runtime, app);
    }
}
