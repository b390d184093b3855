using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shares.Core.Failures;

namespace Shares.Core.Enforcing;

/// <summary>Whether the policy has to be written, and with what text.</summary>
/// <param name="Present">The statements of ours that are in it at present.</param>
public sealed record MergedPolicy(string Text, bool IsChanged, IReadOnlyList<JsonNode> Present);

/// <summary>Puts our statements into a bucket policy. Statements of others are kept byte for byte, and in their order.</summary>
public static class BucketPolicyMerge
{
    private const string Empty = """{"Version":"2012-10-17","Statement":[]}""";

    /// <param name="existing">The policy as S3 returned it, or null when the bucket has none.</param>
    /// <returns>VALIDATION_FAILED, naming the bucket, when S3's text is not a policy or the result would exceed 20,480 bytes.</returns>
    public static Result<MergedPolicy> Merge(string bucket, string? existing, IReadOnlyList<JsonObject> ours)
    {
        try
        {
            return Merge(bucket, JsonDocument.Parse(existing ?? Empty), existing, ours);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Failure.Invalid("bucket", $"The policy of bucket {bucket} cannot be read as a policy, so it was left as it is.");
        }
    }

    private static Result<MergedPolicy> Merge(string bucket, JsonDocument document, string? existing, IReadOnlyList<JsonObject> ours)
    {
        using (document)
        {
            var statements = Statements(document.RootElement);
            var foreign = statements.Where(s => !IsOurs(s)).Select(s => s.GetRawText());
            var present = statements.Where(IsOurs).Select(s => JsonNode.Parse(s.GetRawText())!).ToList();
            if (existing is not null && PolicyText.SameStatements(present, ours)) return new MergedPolicy(existing, IsChanged: false, present);

            var text = Write(document.RootElement, foreign.Concat(ours.Select(s => s.ToJsonString(PolicyText.Readable))));
            var size = Encoding.UTF8.GetByteCount(text);
            return size <= Limits.PolicyBytes
                ? new MergedPolicy(text, IsChanged: true, present)
                : Failure.Invalid("bucket", $"The policy of bucket {bucket} would have {size} bytes; S3 accepts {Limits.PolicyBytes}.");
        }
    }

    /// <summary>A policy may hold one statement without a list around it.</summary>
    private static List<JsonElement> Statements(JsonElement policy)
    {
        var statement = policy.GetProperty("Statement");
        return statement.ValueKind == JsonValueKind.Object ? [statement] : [.. statement.EnumerateArray()];
    }

    private static bool IsOurs(JsonElement statement) =>
        statement.TryGetProperty("Sid", out var sid) && sid.GetString()!.StartsWith(BucketPolicy.SidPrefix, StringComparison.Ordinal);

    private static string Write(JsonElement policy, IEnumerable<string> statements)
    {
        var members = policy.EnumerateObject()
            .Select(member => $"{JsonValue.Create(member.Name).ToJsonString()}:{(member.NameEquals("Statement") ? List(statements) : member.Value.GetRawText())}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static string List(IEnumerable<string> statements) => $"[{string.Join(',', statements)}]";
}
