using System.Diagnostics;
using Amazon.Runtime;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.Clients;

/// <summary>A client of S3 that others wrote, run as a program with vended credentials in its environment.</summary>
public abstract class S3Program
{
    public static readonly S3Program AwsCli = new Cli();
    public static readonly S3Program JavaScriptSdk = new JavaScript();

    /// <summary>Uploads the file: <c>ok</c>, or the code of the refusal.</summary>
    public Task<string> PutAsync(AWSCredentials credentials, Uri endpoint, string bucket, string key, string file) =>
        RunAsync(credentials, endpoint, PutArguments(bucket, key, file));

    /// <summary>Downloads into the file: <c>ok</c>, or the code of the refusal.</summary>
    public Task<string> GetAsync(AWSCredentials credentials, Uri endpoint, string bucket, string key, string file) =>
        RunAsync(credentials, endpoint, GetArguments(bucket, key, file));

    protected abstract string[] PutArguments(string bucket, string key, string file);

    protected abstract string[] GetArguments(string bucket, string key, string file);

    /// <summary>What the program says about its one request.</summary>
    protected abstract string Outcome(int exitCode, string output, string errors);

    private async Task<string> RunAsync(AWSCredentials credentials, Uri endpoint, string[] command)
    {
        var keys = await credentials.GetCredentialsAsync();
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.SecretKey;
        start.Environment["AWS_SESSION_TOKEN"] = keys.Token;
        start.Environment["AWS_REGION"] = start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = start.Environment["AWS_ENDPOINT_URL_S3"] = endpoint.ToString();
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        using var program = Process.Start(start)!;
        var output = await Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return Outcome(program.ExitCode, output[0], output[1]);
    }

    private sealed class Cli : S3Program
    {
        protected override string[] PutArguments(string bucket, string key, string file) =>
            ["aws", "s3", "cp", file, $"s3://{bucket}/{key}", "--no-progress"];

        protected override string[] GetArguments(string bucket, string key, string file) =>
            ["aws", "s3api", "get-object", "--bucket", bucket, "--key", key, file];

        protected override string Outcome(int exitCode, string output, string errors) =>
            exitCode == 0 ? "ok" : errors.Contains("AccessDenied", StringComparison.Ordinal) ? "AccessDenied" : errors;
    }

    private sealed class JavaScript : S3Program
    {
        private static readonly string Script = Repository.Path("tests/Shares.System.Tests/Clients/javascript/s3.js");

        protected override string[] PutArguments(string bucket, string key, string file) => ["node", Script, "put", bucket, key, file];

        protected override string[] GetArguments(string bucket, string key, string file) => ["node", Script, "get", bucket, key, file];

        protected override string Outcome(int exitCode, string output, string errors) => output.Length > 0 ? output.Trim() : errors;
    }
}
