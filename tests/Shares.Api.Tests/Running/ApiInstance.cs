using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shares.Aws.Objects;
using Shares.Data;
using Shares.Hosting;
using Shares.Hosting.Logging;
using Shares.Testing.Contract;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Running;

/// <summary>One instance of the function, in this process, behind a Runtime API. It answers one request at a time, as on Lambda.</summary>
public sealed class ApiInstance : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string Region = "us-east-1";

    /// <summary>Longer than API Gateway's, for machines that are busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StrictRuntimeApi _runtime;
    private readonly WebApplication _app;
    private readonly ShiftedTime _time;

    private ApiInstance(StrictRuntimeApi runtime, WebApplication app, ShiftedTime time) => (_runtime, _app, _time) = (runtime, app, time);

    public IServiceProvider Services => _app.Services;

    /// <param name="store">Goes with the instance; a client of the table's store when null.</param>
    public static async Task<ApiInstance> StartAsync(TestTable table, ReportsBucket reports, ShiftedTime time, LogLines log, IAmazonDynamoDB? store = null)
    {
        var runtime = await StrictRuntimeApi.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            Args =
            [
                .. runtime.Arguments, $"--TABLE_NAME={table.Name}", $"--SHARES_ACCOUNT_ID={Account}", $"--AWS_REGION={Region}", "--AWS_LAMBDA_FUNCTION_NAME=ApiFunction",
                $"--REPORTS_BUCKET={ReportsBucket.Name}", $"--AWS_ENDPOINT_URL_S3={reports.Endpoint}", $"--FINANCE_ROLE_ARN=arn:aws:iam::{Account}:role/people/finance-role",
            ],
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(new JsonLines(log));
        builder.Services.AddSingleton(ReportsBucket.Keys);
        builder.Services.AddSingleton<IAmazonS3>(S3Client.Create(new S3Location(Region, reports.Endpoint), ReportsBucket.Keys));
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(table.Name, store ?? PatientClient(table));
        var app = builder.BuildApi();
        await app.StartAsync();
        return new(runtime, app, time);
    }

    /// <exception cref="ContractException">The answer is not as the API is described.</exception>
    public async Task<HttpApiAnswer> SendAsync(HttpApiEvent request)
    {
        var answer = await _runtime.InvokeAsync(request, _time.GetUtcNow() + Patience);
        ContractCheck.Shared.See(new Exchange(request.Method, request.RawPath, answer.StatusCode, answer.Headers, answer.Text));
        return answer;
    }

    /// <summary>Like the table's own client this one outlasts the locks of DynamoDB Local.</summary>
    private static IAmazonDynamoDB PatientClient(TestTable table) => DynamoDbLocal.Client(table.Endpoint, config =>
        (config.RetryMode, config.MaxErrorRetry, config.ThrottleRetries) = (RequestRetryMode.Standard, 20, false));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _runtime.DisposeAsync();
    }
}
