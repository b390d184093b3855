using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Lambda;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Lambda;

/// <summary>The local Lambda with one real program, <c>function.mjs</c>.</summary>
public sealed class LambdaFixture : IAsyncDisposable
{
    public const string Function = "TestFunction";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-lambda-");

    /// <param name="account">Whose roles and keys the function has; by default those of nobody else.</param>
    public LambdaFixture(
        TimeProvider? time = null, TimeSpan? timeout = null, int concurrency = 4, string? init = null, string? program = null,
        Uri? dynamoDb = null, LocalAwsHost? account = null)
    {
        time ??= TimeProvider.System;
        var roles = account?.Roles ?? new RoleCatalog();
        roles.Add(LocalRole.Administrator with { Name = "TestRole", Arn = LocalAccount.RoleArn("TestRole") });
        Credentials = account?.Credentials ?? new CredentialStore(time);
        var function = new FunctionDefinition(
            Function,
            program ?? Path.Combine(AppContext.BaseDirectory, "Lambda", "function.mjs"),
            "bootstrap",
            "TestRole",
            MemoryMegabytes: 512,
            timeout ?? TimeSpan.FromSeconds(60),
            new Dictionary<string, string> { ["TABLE_NAME"] = "Table", ["INIT"] = init ?? "", ["DELIVERIES"] = Deliveries });
        var endpoints = new AwsEndpoints(dynamoDb ?? new("http://localhost:8000"), new("http://localhost:8900"));
        Lambda = new LocalLambda([function], new LambdaSettings(endpoints, _folder.FullName, concurrency), roles, Credentials, time);
    }

    public LocalLambda Lambda { get; }

    public CredentialStore Credentials { get; }

    /// <summary>A file that gets a line for each event of the table's stream: its records.</summary>
    public string Deliveries => Path.Combine(Folder, "deliveries");

    public string Folder => _folder.FullName;

    public async Task<(bool IsError, JsonNode Payload)> InvokeAsync(JsonObject input)
    {
        var outcome = await Lambda.InvokeAsync(Function, JsonSerializer.SerializeToUtf8Bytes(input), TestContext.Current.CancellationToken);
        return (outcome.Answer.IsError, JsonNode.Parse(outcome.Answer.Payload.Span)!);
    }

    public static JsonObject Do(string action) => new() { ["do"] = action };

    public async ValueTask DisposeAsync()
    {
        await Lambda.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
