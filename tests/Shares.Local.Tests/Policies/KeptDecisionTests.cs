using CsCheck;
using Shares.Local.Policies;

namespace Shares.Local.Tests.Policies;

/// <summary>Decisions are kept: what was decided for other requests never changes what is decided for this one.</summary>
public sealed class KeptDecisionTests : IDisposable
{
    private const string Table = "arn:aws:dynamodb:us-east-1:111122223333:table/T";

    private static readonly string[] Comparisons =
    [
        "ForAllValues:StringLike", "ForAnyValue:StringLike", "ForAllValues:StringNotLike", "ForAllValues:StringEquals", "ForAnyValue:StringEqualsIfExists",
        "ForAllValues:StringEqualsIgnoreCase",
    ];

    private static readonly Gen<string> Text = Gen.Char["AB#*?\n"].Array[0, 4].Select(letters => string.Concat(letters));

    private static readonly Gen<(string Policy, IReadOnlyList<string> Keys)> Questions = Gen.Select(
        Gen.Int[0, Comparisons.Length - 1].Select(index => Comparisons[index]), Text.Array[1, 2], Gen.OneOf(Gen.Const("Allow"), Gen.Const("Deny")), Text.Array[0, 3], (comparison, patterns, effect, keys) =>
            (Policy(effect, comparison, patterns), (IReadOnlyList<string>)keys));

    private readonly PolicyEvaluator _kept = new();

    public void Dispose() => _kept.Dispose();

    [Fact]
    public async Task A_kept_decision_is_the_one_that_would_be_made_anew()
    {
        // Few policies, each the same string every time, and many keys: most answers are kept ones.
        var policies = Questions.Array[12].Single().Select(question => question.Policy).ToArray();
        var questions = Gen.Select(Gen.Int[0, policies.Length - 1], Questions, (index, other) => (Policy: policies[index], other.Keys)).Array[1500].Single();
        foreach (var some in questions.Chunk(500))
        {
            using var anew = new PolicyEvaluator();
            foreach (var (policy, keys) in some)
            {
                // Another string with the same text is another policy to the evaluator, which then has nothing kept for it.
                var expected = await AskAsync(anew, new string(policy), keys);
                Assert.True(expected == await AskAsync(_kept, policy, keys), $"{policy} for {string.Join(" | ", keys)} should be {expected}");
            }
        }
    }

    [Fact]
    public async Task Facts_that_a_policy_looks_at_are_never_mixed_up()
    {
        const string statements = """
            [{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/${aws:PrincipalTag/ds}/*","Condition":{"StringEquals":{"aws:principaltag/who":"me"}}}]
            """;
        foreach (var (ds, who, expected) in ((string, string, Verdict)[])[("a", "me", Verdict.Allow), ("b", "me", Verdict.Nothing), ("a", "you", Verdict.Nothing), ("a", "me", Verdict.Allow)])
        {
            var context = new Dictionary<string, object> { ["aws:PrincipalTag/ds"] = ds, ["aws:PrincipalTag/who"] = who, ["aws:CurrentTime"] = Path.GetRandomFileName() };
            var question = new PolicyQuestion("arn:aws:sts::111122223333:assumed-role/R/s", "s3:GetObject", "arn:aws:s3:::data/a/x", context,
                [$$"""{"Version":"2012-10-17","Statement":{{statements}}}"""], [], null);
            Assert.Equal(expected, (await _kept.EvaluateAsync(question, CancellationToken.None)).Identity);
        }
    }

    private static async Task<Verdict> AskAsync(PolicyEvaluator evaluator, string policy, IReadOnlyList<string> keys) =>
        (await evaluator.EvaluateAsync(
            new PolicyQuestion("arn:aws:sts::111122223333:assumed-role/R/s", "dynamodb:PutItem", Table,
                new Dictionary<string, object> { ["dynamodb:LeadingKeys"] = keys.ToArray() }, [policy], [], null), CancellationToken.None)).Identity;

    private static string Policy(string effect, string comparison, string[] patterns)
    {
        var values = string.Join(',', patterns.Select(pattern => System.Text.Json.JsonSerializer.Serialize(pattern)));
        return $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{{effect}}}","Action":"dynamodb:*","Resource":"*","Condition":{"{{{comparison}}}":{"dynamodb:LeadingKeys":[{{{values}}}]} }}]}""";
    }
}
