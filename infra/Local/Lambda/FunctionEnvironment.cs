using System.Globalization;
using System.Runtime.InteropServices;
using Shares.Local.Identity;
using Shares.Local.Transfers;

namespace Shares.Local.Lambda;

/// <summary>The environment of a function's process: what Lambda sets, the template's variables, and where AWS is here.</summary>
public static class FunctionEnvironment
{
    public static Dictionary<string, string> For(FunctionDefinition function, Credential credential, string runtimeApi, AwsEndpoints endpoints)
    {
        var dynamoDb = Text(endpoints.DynamoDb);
        var aws = Text(endpoints.Aws);
        var environment = new Dictionary<string, string>(function.Environment)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = credential.AccessKeyId,
            ["AWS_LAMBDA_LOG_LEVEL"] = "INFO",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_REGION"] = LocalAccount.Region,
            ["AWS_DEFAULT_REGION"] = LocalAccount.Region,
            ["AWS_ACCESS_KEY_ID"] = credential.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credential.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credential.SessionToken,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb,
            ["AWS_ENDPOINT_URL_S3"] = aws,
            ["AWS_ENDPOINT_URL_S3_CONTROL"] = aws,
            ["AWS_ENDPOINT_URL_STS"] = aws,
            ["AWS_ENDPOINT_URL_CLOUDWATCH"] = aws,
            ["AWS_ENDPOINT_URL_COST_EXPLORER"] = aws,
            ["AWS_ENDPOINT_URL_SNS"] = aws,
            // Nothing here costs a cent a question.
            ["BILL_PAUSE_MINUTES"] = "0",
            ["IP_RANGES_URL"] = aws + IpRanges.Path,
            ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(function.Program)!,
            ["_HANDLER"] = function.Handler,
            ["TZ"] = ":UTC",
            ["LANG"] = "en_US.UTF-8",
            // The JIT build finds the runtime that runs this program; a killed process leaves no debugger socket in /tmp.
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")),
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        return environment;
    }

    private static string Text(Uri endpoint) => endpoint.ToString().TrimEnd('/');
}
