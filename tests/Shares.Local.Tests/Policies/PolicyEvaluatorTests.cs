using Shares.Local.Policies;

namespace Shares.Local.Tests.Policies;

public sealed class PolicyEvaluatorTests : IDisposable
{
    private const string Bucket = "arn:aws:s3:::data";
    private readonly PolicyEvaluator _evaluator = new();

    public void Dispose() => _evaluator.Dispose();

    [Theory]
    [InlineData("datasets/a/x", Verdict.Allow)]
    [InlineData("datasets/b/x", Verdict.Nothing)]
    [InlineData("datasets/*", Verdict.Nothing)]
    [InlineData("datasets/a/line\nbreak", Verdict.Allow)]
    [InlineData("secret/x", Verdict.Deny)]
    [InlineData("secret/line\nbreak", Verdict.Deny)]
    [InlineData("secret/*", Verdict.Deny)]
    public async Task A_key_is_text_and_not_a_pattern(string key, Verdict expected)
    {
        const string statements = """
            [{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/datasets/${aws:PrincipalTag/ds}/*"},
             {"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::data/secret/*"}]
            """;
        Assert.Equal(expected, (await Ask($"{Bucket}/{key}", statements, new() { ["aws:PrincipalTag/ds"] = "a" })).Identity);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("?")]
    [InlineData("")]
    [InlineData("A")]
    public async Task A_tag_stands_for_itself_and_not_for_a_pattern(string tag)
    {
        const string statements = """
            [{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/datasets/${aws:PrincipalTag/ds}/*"}]
            """;
        Assert.Equal(Verdict.Nothing, (await Ask($"{Bucket}/datasets/a/x", statements, new() { ["aws:PrincipalTag/ds"] = tag })).Identity);
    }

    [Fact]
    public async Task Many_questions_at_once_get_each_its_own_answer()
    {
        const string statements = """[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*7"}]""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Ask($"{Bucket}/{i}", statements, [])));
        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 10 == 7 ? Verdict.Allow : Verdict.Nothing, answer.Item.Identity));
    }

    [Fact]
    public async Task A_policy_that_cannot_be_evaluated_is_an_error_and_no_decision() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ask($"{Bucket}/x", "[{\"Effect\":\"Allow\",", []));

    [Theory]
    [InlineData("""{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-east-1:111122223333:accesspoint/shr-*"}}""", false)]
    [InlineData("""{"StringEquals":{"s3:DataAccessPointAccount":"111122223333"}}""", false)]
    [InlineData("""{"ArnNotLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-east-1:111122223333:accesspoint/shr-*"}}""", true)]
    [InlineData("""{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-east-1:*:accesspoint/shr-*"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/x":"y"}}""", true)]
    public async Task A_policy_for_everybody_is_public_unless_it_is_limited_as_S3_counts(string condition, bool expected)
    {
        var statement = $$"""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"{{Bucket}}/*","Condition":{{condition}}}""";
        Assert.Equal(expected, await _evaluator.IsPublicAsync($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", CancellationToken.None));
    }

    private Task<PolicyAnswer> Ask(string resource, string statements, Dictionary<string, object> context) => _evaluator.EvaluateAsync(
        new PolicyQuestion("arn:aws:sts::111122223333:assumed-role/Role/session", "s3:GetObject", resource, context,
            [$$"""{"Version":"2012-10-17","Statement":{{statements}}}"""], [], null), CancellationToken.None);
}
