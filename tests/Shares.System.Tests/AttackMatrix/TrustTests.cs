using System.Text.Json.Nodes;
using Shares.Local.Identity;
using static Shares.SystemTests.AttackMatrix.ProvisionedStorage;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>Who gets sessions at all: everything that storage believes of a session's tags rests on it.</summary>
public sealed class TrustTests : IDisposable
{
    private readonly SessionDecisions _sts = new();

    public void Dispose() => _sts.Dispose();

    [Fact]
    public async Task Only_the_Access_function_assumes_session_roles_with_tags_of_its_choice_and_nobody_assumes_any_other() =>
        Assert.Empty(await WrongAsync(TrustPolicies));

    [Fact]
    public async Task Every_mistake_in_whom_a_session_role_trusts_is_noticed()
    {
        List<string> unnoticed = [];
        foreach (var role in SessionIntent.SessionRoles)
        {
            foreach (var (name, mutant) in Mutants(JsonNode.Parse(TrustPolicies[role])!["Statement"]!.AsArray()))
            {
                if ((await WrongAsync(new Dictionary<string, string> { [role] = mutant })).Count == 0) unnoticed.Add($"{role}: {name}");
            }
        }

        Assert.Empty(unnoticed);
    }

    /// <summary>Sessions that are not given as intended, among all that any role could ask for.</summary>
    private async Task<List<string>> WrongAsync(IReadOnlyDictionary<string, string> trust)
    {
        List<string> wrong = [];
        foreach (var (role, policy) in trust)
        {
            foreach (var (caller, identity) in IdentityPolicies)
            {
                foreach (var wish in SessionIntent.WishesFor(role))
                {
                    var isIntended = SessionIntent.IsGiven(caller, role, wish);
                    if (await _sts.IsGivenAsync(caller, identity, role, policy, wish) != isIntended) wrong.Add($"{caller} as {role} {wish}, intended: {isIntended}");
                }
            }
        }

        return wrong;
    }

    private static IEnumerable<(string Name, string Policy)> Mutants(JsonArray statements)
    {
        for (var index = 0; index < statements.Count; index++)
        {
            var statement = statements[index]!.AsObject();
            foreach (var change in StatementChanges.Of(statement)) yield return ($"statement {index}: {change.Name}", With(statements, index, change.Apply(statement)));
            // The other actions are nothing without this one.
            if (!statement["Action"]!.ToJsonString().Contains("sts:AssumeRole", StringComparison.Ordinal)) continue;
            foreach (var principal in (string[])["*", $"arn:aws:iam::{LocalAccount.Id}:root", LocalAccount.RoleArn("ApiFunctionRole"), LocalAccount.RoleArn("analyst")])
            {
                var changed = statement.DeepClone().AsObject();
                changed["Principal"] = new JsonObject { ["AWS"] = new JsonArray(statement["Principal"]!["AWS"]!.DeepClone(), principal) };
                yield return ($"statement {index}: {principal} trusted too", With(statements, index, changed));
            }
        }
    }

    private static string With(JsonArray statements, int index, JsonObject? changed) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements.Select((statement, at) => at == index ? changed : statement).Where(one => one is not null).Select(one => one!.DeepClone())]),
    }.ToJsonString();
}
