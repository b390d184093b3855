using System.Text.Json.Nodes;
using CsCheck;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Enforcing;

/// <summary>Policies hold user ids, which are people's words: nothing in one is a wildcard or a variable to IAM.</summary>
public sealed class HostileNamesTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.Const("*"), Gen.Const("${aws:username}"), Gen.Const("lab-member*"), Gen.Const("$"), Gen.Const("\",\"*"), Gen.Const("?"),
        Gen.String[Gen.Char["ab*?${}:/\"\\"], 1, 40]);

    [Fact]
    public void No_word_of_a_person_is_a_wildcard_a_variable_or_a_quote_in_a_policy() => Names.Sample(name =>
    {
        if (!UserId.TryParse(name, out var user)) return;
        var accessPoint = new AccessPointName(Some.ShareId(1), AccessPointKind.Download, 1);
        var revocations = new RevocationList([Revocation.After(new Revoked.Person(Some.Subscriber, user), Some.Now)]);
        var statements = JsonNode.Parse(AccessPointPolicy.Write(accessPoint, null, revocations, Some.Storage))!["Statement"]!.AsArray();
        var value = (string)statements[^1]!["Condition"]!["StringEquals"]!["aws:SourceIdentity"]![0]!;
        Assert.Matches(@"\A[\w+=,.@-]{2,64}\z", value);
    });

    [Theory]
    [InlineData("*")]
    [InlineData("${aws:PrincipalTag/ds01}")]
    [InlineData("0197c000-0000-7000-8000-00000000000*")]
    [InlineData("0197C000-0000-7000-8000-000000000001")]
    [InlineData("0197c000-0000-7000-8000-000000000001/../x")]
    [InlineData("")]
    public void What_is_no_UUID_is_no_id_of_anything_that_a_policy_names(string text) => Assert.False(
        UuidId.TryParse<DatasetId>(text, out _) || UuidId.TryParse<ProjectId>(text, out _) || UuidId.TryParse<ExecutionId>(text, out _)
        || AccessPointName.TryParse($"shr-{text}-a1", out _));
}
