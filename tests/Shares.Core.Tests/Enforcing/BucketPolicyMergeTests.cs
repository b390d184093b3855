using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Shares.Core.Enforcing;
using Shares.Core.Failures;

namespace Shares.Core.Tests.Enforcing;

public sealed class BucketPolicyMergeTests
{
    private const string Bucket = "project-a";

    private static readonly Gen<string> ForeignStatement = Some.OneOf(
        """{"Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"arn:aws:s3:::project-a"}""",
        """{ "Sid" : "Backup\u0041" , "Effect":"Allow", "Principal": {"AWS":"111122223333"}, "Action":["s3:GetObject"], "Resource":"arn:aws:s3:::project-a/*" }""",
        """{"Sid":"shares-of-others","Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::project-a/logs/*"}""");

    [Fact]
    public void Statements_of_others_are_kept_byte_for_byte_and_in_order() => ForeignStatement.List[0, 5].Sample(foreign =>
    {
        var merged = Merge(Policy(foreign)).Text;
        return Raw(merged).Take(foreign.Count).SequenceEqual(foreign) && Raw(merged).Count == foreign.Count + Ours.Count;
    });

    [Fact]
    public void Merging_a_second_time_changes_nothing() => ForeignStatement.List[0, 5].Sample(foreign =>
    {
        var once = Merge(Policy(foreign)).Text;
        var twice = Merge(once);
        return !twice.IsChanged && twice.Text == once;
    });

    [Fact]
    public void A_policy_that_AWS_has_rewritten_is_recognized_as_ours()
    {
        var rewritten = new JsonObject { ["Statement"] = new JsonArray([.. Ours.Reverse().Select(Rewritten)]), ["Version"] = "2012-10-17" };
        Assert.False(Merge(rewritten.ToJsonString()).IsChanged);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("change")]
    [InlineData("add")]
    public void A_policy_in_which_one_of_our_statements_differs_is_written_again(string difference)
    {
        var statements = JsonNode.Parse(Merge(null).Text)!["Statement"]!.AsArray();
        if (difference == "drop") statements.RemoveAt(1);
        if (difference == "change") statements[0]!["Action"] = "s3:*";
        if (difference == "add") statements.Add(JsonNode.Parse("""{"Sid":"SharesExtra","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}"""));
        var merged = Merge(new JsonObject { ["Statement"] = statements.DeepClone() }.ToJsonString());
        Assert.True(merged.IsChanged);
        Assert.True(PolicyText.SameStatements(Raw(merged.Text).Select(s => JsonNode.Parse(s)!), Ours));
    }

    [Fact]
    public void A_bucket_without_a_policy_gets_ours()
    {
        var merged = Merge(null);
        Assert.True(merged.IsChanged);
        Assert.Equal(Ours.Count, Raw(merged.Text).Count);
    }

    [Fact]
    public void A_single_statement_without_a_list_is_kept()
    {
        const string single = """{"Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"arn:aws:s3:::project-a"}""";
        Assert.Equal(single, Raw(Merge($$"""{"Version":"2008-10-17","Id":"x","Statement":{{single}}}""").Text)[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"Statement\":7}")]
    [InlineData("{\"Statement\":[7]}")]
    [InlineData("<Error/>")]
    public void What_cannot_be_read_as_a_policy_is_never_replaced(string existing)
    {
        Assert.False(BucketPolicyMerge.Merge(Bucket, existing, Ours).Succeeded(out _, out var failure));
        Assert.Contains(Bucket, failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_would_exceed_20_KB_is_refused_by_the_buckets_name()
    {
        var foreign = Enumerable.Range(0, 300).Select(n => $$"""{"Sid":"Backup{{n}}","Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"*"}""");
        Assert.False(BucketPolicyMerge.Merge(Bucket, Policy(foreign), Ours).Succeeded(out _, out var failure));
        Assert.Equal(ErrorCode.ValidationFailed, failure!.Code);
        Assert.Contains(Bucket, failure.Detail, StringComparison.Ordinal);
    }

    private static IReadOnlyList<JsonObject> Ours => BucketPolicy.Statements(Bucket, Some.Storage);

    private static string Policy(IEnumerable<string> statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(" , ", statements)}}]}""";

    private static MergedPolicy Merge(string? existing) => BucketPolicyMerge.Merge(Bucket, existing, Ours).ValueOrThrow();

    private static List<string> Raw(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return [.. document.RootElement.GetProperty("Statement").EnumerateArray().Select(s => s.GetRawText())];
    }

    /// <summary>Lists reversed and lists of one unwrapped, as AWS may give a statement back.</summary>
    private static JsonNode Rewritten(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Reverse().Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Rewritten(m.Value!)))),
        JsonArray { Count: 1 } one => Rewritten(one[0]!),
        JsonArray list => new JsonArray([.. list.Reverse().Select(n => Rewritten(n!))]),
        _ => node.DeepClone(),
    };
}
