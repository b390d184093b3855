using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Policies;
using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Who gets sessions at all: everything that storage believes of a session's tags rests on it.</summary>
public sealed class TrustTests : IDisposable
{
    private static readonly string[] SessionRoles = ["SharesPipelineRole", "SharesDownloadRole", "SharesUploadRole"];
    private static readonly string[] Actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

    private readonly PolicyEvaluator _policies = new();

    public void Dispose() => _policies.Dispose();

    [Fact]
    public async Task Only_the_Access_function_assumes_session_roles_and_nobody_assumes_any_other() => Assert.Empty(await WrongAsync(TrustPolicies));

    [Fact]
    public async Task Every_mistake_in_whom_a_session_role_trusts_is_noticed()
    {
        List<string> unnoticed = [];
        foreach (var role in SessionRoles)
        {
            foreach (var (name, mutant) in Mutants(JsonNode.Parse(TrustPolicies[role])!))
            {
                var changed = new Dictionary<string, string>(TrustPolicies) { [role] = mutant };
                if ((await WrongAsync(changed)).Count == 0) unnoticed.Add($"{role}: {name}");
            }
        }

        Assert.Empty(unnoticed);
    }

    /// <summary>Decisions that are not as intended, among all of every role's about every role.</summary>
    private async Task<List<string>> WrongAsync(IReadOnlyDictionary<string, string> trust)
    {
        List<string> wrong = [];
        foreach (var (role, policy) in trust)
        {
            foreach (var (caller, identity) in IdentityPolicies)
            {
                foreach (var action in Actions)
                {
                    var isIntended = caller == "AccessFunctionRole" && SessionRoles.Contains(role);
                    if (await IsAllowedAsync(caller, identity, action, role, policy) != isIntended) wrong.Add($"{caller} {action} {role}, intended {isIntended}");
                }
            }
        }

        return wrong;
    }

    private async Task<bool> IsAllowedAsync(string caller, IReadOnlyList<string> identity, string action, string role, string trust)
    {
        var context = new Dictionary<string, object> { ["aws:PrincipalArn"] = LocalAccount.RoleArn(caller), ["aws:PrincipalAccount"] = LocalAccount.Id };
        var name = caller[(caller.LastIndexOf('/') + 1)..];
        var answer = await _policies.EvaluateAsync(
            new(LocalAccount.SessionArn(name, "attempt"), action, LocalAccount.RoleArn(role), context, identity, [], trust), CancellationToken.None);
        // Whom the trust policy names by role needs no policy of its own.
        return !answer.IsDenied && (answer.Resource == Verdict.Allow || (answer.Resource == Verdict.AllowAccount && answer.IsAllowedByIdentity));
    }

    private static IEnumerable<(string Name, string Policy)> Mutants(JsonNode trust)
    {
        var statement = trust["Statement"]!.AsArray().Single()!.AsObject();
        foreach (var change in StatementChanges.Of(statement))
            yield return (change.Name, Document(change.Apply(statement)));
        foreach (var principal in (string[])["*", $"arn:aws:iam::{LocalAccount.Id}:root", LocalAccount.RoleArn("ApiFunctionRole"), LocalAccount.RoleArn("analyst")])
        {
            var changed = statement.DeepClone().AsObject();
            changed["Principal"] = new JsonObject { ["AWS"] = new JsonArray(statement["Principal"]!["AWS"]!.DeepClone(), principal) };
            yield return ($"{principal} trusted too", Document(changed));
        }
    }

    private static string Document(JsonObject? statement) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statement is null ? [] : new JsonArray(statement.DeepClone()) }.ToJsonString();
}
