using Microsoft.Extensions.Logging.Abstractions;
using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.Startup;
using Shares.Local.Template;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Startup;

public sealed class ExecutionRolesTests : IDisposable
{
    private readonly PolicyEvaluator _policies = new();
    private readonly TemplateModel _template = RealTemplate.Load();

    public void Dispose() => _policies.Dispose();

    [Fact]
    public async Task The_roles_of_the_template_let_Lambda_work() => await CheckAsync(without: null);

    [Theory]
    [InlineData("logs:CreateLogStream")]
    [InlineData("logs:PutLogEvents")]
    [InlineData("xray:PutTraceSegments")]
    [InlineData("dynamodb:GetRecords")]
    [InlineData("dynamodb:ListStreams")]
    [InlineData("sqs:SendMessage")]
    public async Task A_role_that_forgets_what_Lambda_does_under_it_is_named_at_the_start(string action)
    {
        var error = await Assert.ThrowsAsync<StartupException>(() => CheckAsync(action));
        Assert.Contains($"ProvisioningFunctionRole does not allow {action} on ", error.Message, StringComparison.Ordinal);
    }

    /// <param name="without">An action that Provisioning's role lacks.</param>
    private Task CheckAsync(string? without)
    {
        var roles = new RoleCatalog();
        foreach (var role in _template.Roles)
        {
            var policies = role.Policies.Select(policy => policy.DeepClone()).ToList();
            if (without is not null && role.Name == "ProvisioningFunctionRole")
                policies = [.. policies.Select(policy => System.Text.Json.Nodes.JsonNode.Parse(policy.ToJsonString().Replace($"\"{without}\"", "\"none:None\"", StringComparison.Ordinal))!)];
            roles.Add(new(role.Name, role.Arn, role.TrustPolicy, policies, new Dictionary<string, string>()));
        }

        var record = new PermissionRecord(NullLogger<PermissionRecord>.Instance);
        return new ExecutionRoles(roles, new CredentialStore(TimeProvider.System), _policies, record, TimeProvider.System)
            .CheckAsync(_template, TestContext.Current.CancellationToken);
    }
}
