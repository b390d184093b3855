using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.DynamoDb;

/// <summary>What the template forgets to allow fails on this machine, and not first after a deployment.</summary>
public sealed class ForgottenPermissionTests(DynamoDbLocalFixture fixture)
{
    private const string Table = "SharesTable", Function = "ApiFunction";

    [Theory]
    [InlineData(null)]
    [InlineData("dynamodb:GetItem")]
    [InlineData("dynamodb:Query")]
    [InlineData("dynamodb:PutItem")]
    public async Task A_function_is_refused_the_one_action_that_its_role_in_the_template_lost(string? forgotten)
    {
        using var template = new TemplateCopy();
        if (forgotten is not null) template.Replace("infra/function-roles.yaml", $"                  - {forgotten}\n", "");
        await using var proxy = await ProxyFixture.StartAsync(fixture.Local.Endpoint);
        var policies = template.Load().Roles.Single(role => role.Name == $"{Function}Role").Policies;
        using var client = proxy.Function(Function, new JsonArray([.. policies.SelectMany(policy => policy["Statement"]!.AsArray()).Select(one => one!.DeepClone())]).ToJsonString());

        Assert.Equal(forgotten == "dynamodb:GetItem", await IsDeniedAsync(() => client.GetItemAsync(Table, Key)));
        Assert.Equal(forgotten == "dynamodb:PutItem", await IsDeniedAsync(() => client.PutItemAsync(Table, Key)));
        Assert.Equal(forgotten == "dynamodb:Query", await IsDeniedAsync(() => client.QueryAsync(new QueryRequest(Table)
        {
            KeyConditionExpression = "PK = :pk", ExpressionAttributeValues = new() { [":pk"] = new("FORGOTTEN#1") },
        })));
        var refused = Assert.Single(proxy.Record.Functions).Refused;
        Assert.Equal(forgotten is null ? 0 : 1, refused.Count(one => one.StartsWith($"{forgotten} on ", StringComparison.Ordinal)));
    }

    private static Dictionary<string, AttributeValue> Key => new() { ["PK"] = new("FORGOTTEN#1"), ["SK"] = new("META") };

    /// <summary>Other errors come from behind the check: this DynamoDB need not have the table.</summary>
    private static async Task<bool> IsDeniedAsync(Func<Task> request)
    {
        try
        {
            await request();
            return false;
        }
        catch (AmazonDynamoDBException exception)
        {
            return exception.ErrorCode == "AccessDeniedException";
        }
    }
}
