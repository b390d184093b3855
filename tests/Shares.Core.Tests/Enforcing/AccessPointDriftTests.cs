using System.Text.Json.Nodes;
using Shares.Core.Enforcing;

namespace Shares.Core.Tests.Enforcing;

public sealed class AccessPointDriftTests
{
    private static readonly DesiredAccessPoint Wanted = DesiredState.Of(
        Some.Share() with { ExpiresAt = Some.Now.AddDays(1) }, Revocations.None, "project-a", Some.Storage, Some.Now)[0];

    private static readonly ObservedAccessPoint AsWanted = new(Wanted.Bucket, Wanted.VpcId, BlocksPublicAccess: true, Wanted.Policy);

    [Fact]
    public void What_is_as_wanted_does_not_differ() => Assert.Empty(Kinds(AsWanted));

    [Fact]
    public void A_policy_that_AWS_has_rewritten_does_not_differ()
    {
        var policy = JsonNode.Parse(Wanted.Policy)!;
        policy["Statement"] = new JsonArray([.. policy["Statement"]!.AsArray().Reverse().Select(s => new JsonObject(s!.AsObject().Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))))]);
        Assert.Empty(Kinds(AsWanted with { Policy = policy.ToJsonString() }));
    }

    [Fact]
    public void One_that_is_gone_is_missing() => Assert.Equal([DifferenceKind.AccessPointMissing], Kinds(null));

    [Fact]
    public void Bucket_network_and_Block_Public_Access_are_told_apart()
    {
        Assert.Equal([DifferenceKind.WrongBucket], Kinds(AsWanted with { Bucket = "other" }));
        Assert.Equal([DifferenceKind.WrongNetwork], Kinds(AsWanted with { VpcId = "vpc-other" }));
        Assert.Equal([DifferenceKind.WrongNetwork], Kinds(AsWanted with { VpcId = null }));
        Assert.Equal([DifferenceKind.PublicAccessNotBlocked], Kinds(AsWanted with { BlocksPublicAccess = false }));
        Assert.Equal([DifferenceKind.PolicyMissing], Kinds(AsWanted with { Policy = null }));
        Assert.Equal([DifferenceKind.PolicyUnreadable], Kinds(AsWanted with { Policy = "{\"Statement\":7}" }));
    }

    public static TheoryData<string, Action<JsonArray>, DifferenceKind> Edits => new()
    {
        { "one fewer", statements => statements.RemoveAt(1), DifferenceKind.StatementMissing },
        { "one more", statements => statements.Add(JsonNode.Parse("""{"Sid":"Mine","Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""")), DifferenceKind.StatementAdded },
        { "twice", statements => statements.Add(statements[0]!.DeepClone()), DifferenceKind.StatementAdded },
        { "another effect", statements => statements[0]!["Effect"] = "Allow", DifferenceKind.StatementChanged },
        { "fewer actions", statements => statements[0]!["Action"] = "s3:PutObject", DifferenceKind.StatementChanged },
        { "no condition", statements => statements[1]!.AsObject().Remove("Condition"), DifferenceKind.StatementChanged },
        { "a principal more", statements => statements[0]!["Condition"]!["ArnNotEquals"]!["aws:PrincipalArn"] = new JsonArray(Some.Storage.PipelineRoleArn, "arn:aws:iam::111122223333:role/mallory"), DifferenceKind.PrincipalAdded },
        { "another principal", statements => statements[0]!["Condition"]!["ArnNotEquals"]!["aws:PrincipalArn"] = "arn:aws:iam::111122223333:role/mallory", DifferenceKind.StatementChanged },
    };

    [Theory]
    [MemberData(nameof(Edits), DisableDiscoveryEnumeration = true)]
    public void Every_change_of_a_statement_is_found(string what, Action<JsonArray> edit, DifferenceKind expected)
    {
        var policy = JsonNode.Parse(Wanted.Policy)!;
        edit(policy["Statement"]!.AsArray());
        Assert.Equal([(what, expected)], Kinds(AsWanted with { Policy = policy.ToJsonString() }).Select(kind => (what, kind)));
    }

    [Fact]
    public void A_policy_in_another_version_of_the_language_differs() => Assert.Equal(
        [DifferenceKind.StatementChanged], Kinds(AsWanted with { Policy = Wanted.Policy.Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal) }));

    private static IEnumerable<DifferenceKind> Kinds(ObservedAccessPoint? actual) => AccessPointDrift.Between(Wanted, actual, Some.Now).Select(d => d.Kind);
}
