using System.Text;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.SecurityToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Objects;
using Shares.Data;
using Shares.Hosting;
using Shares.Hosting.Logging;
using Shares.Local.Identity;
using Shares.Testing.Contract;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;
using Shares.Testing.Sts;

namespace Shares.Access.Tests.Support;

/// <summary>The function as on Lambda, in this process: woken by a strict Runtime API, with the keys of its own role.</summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly StrictRuntimeApi _api;
    private readonly WebApplication _app;
    private readonly SharedStream _log;
    private readonly TimeProvider _time;

    private FunctionHost(StrictRuntimeApi api, WebApplication app, SharedStream log, StsEdge sts, TimeProvider time) =>
        (_api, _app, _log, Sts, _time) = (api, app, log, sts, time);

    public StsEdge Sts { get; }

    /// <summary>All that the function has logged so far.</summary>
    public string Log => _log.Text;

    /// <param name="store">A client of the table's store when null.</param>
    public static async Task<FunctionHost> StartAsync(TestTable table, LocalStorage storage, TimeProvider time, IAmazonDynamoDB? store = null)
    {
        var api = await StrictRuntimeApi.StartAsync();
        var (log, sts) = (new SharedStream(), new StsEdge());
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [.. api.Arguments, .. Settings(table, storage)] });
        var keys = storage.Keys("AccessFunctionRole", "AccessFunction");
        builder.Services
            .AddSingleton(time)
            .AddSingleton(new JsonLines(log))
            .AddSingleton<IAmazonS3>(S3Client.Create(new S3Location(LocalAccount.Region, storage.Internet), keys))
            .AddSingleton<IAmazonSecurityTokenService>(new AmazonSecurityTokenServiceClient(keys, new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = storage.Internet.ToString(),
                AuthenticationRegion = LocalAccount.Region,
                MaxErrorRetry = 0,
                HttpClientFactory = new ThroughHandler(sts),
            }));
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(table.Name, store ?? DynamoDbLocal.Client(table.Endpoint));
        var app = builder.BuildAccess();
        await app.StartAsync();
        return new FunctionHost(api, app, log, sts, time);
    }

    /// <exception cref="ContractException">The answer is not as the API is described.</exception>
    public async Task<HttpApiAnswer> SendAsync(HttpApiEvent request)
    {
        var answer = await _api.InvokeAsync(request, _time.GetUtcNow().AddSeconds(30));
        ContractCheck.Shared.See(new Exchange(request.Method, request.RawPath, answer.StatusCode, answer.Headers, answer.Text));
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _api.DisposeAsync();
        Sts.Dispose();
    }

    private static string[] Settings(TestTable table, LocalStorage storage) =>
    [
        $"--TABLE_NAME={table.Name}",
        $"--AWS_REGION={LocalAccount.Region}",
        $"--SHARES_ACCOUNT_ID={LocalAccount.Id}",
        $"--PIPELINES_VPC_ID={LocalStorage.VpcId}",
        $"--SHARES_PIPELINE_ROLE_ARN={LocalAccount.RoleArn("SharesPipelineRole")}",
        $"--SHARES_DOWNLOAD_ROLE_ARN={LocalAccount.RoleArn("SharesDownloadRole")}",
        $"--SHARES_UPLOAD_ROLE_ARN={LocalAccount.RoleArn("SharesUploadRole")}",
        $"--AWS_ENDPOINT_URL_S3={storage.Internet}",
    ];

    /// <summary>Written by the function while tests read.</summary>
    private sealed class SharedStream : MemoryStream
    {
        private readonly Lock _gate = new();

        public string Text
        {
            get
            {
                lock (_gate) return Encoding.UTF8.GetString(GetBuffer(), 0, (int)Length);
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (_gate) base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            lock (_gate) base.Write(buffer, offset, count);
        }
    }
}
