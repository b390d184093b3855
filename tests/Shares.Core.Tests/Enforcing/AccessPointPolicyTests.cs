using System.Text;
using System.Text.Json.Nodes;
using Shares.Core.Enforcing;

namespace Shares.Core.Tests.Enforcing;

public sealed class AccessPointPolicyTests
{
    [Theory]
    [InlineData(AccessPointKind.Analyze)]
    [InlineData(AccessPointKind.Download)]
    public void A_policy_only_denies(AccessPointKind kind) =>
        Assert.All(Statements(kind), statement => Assert.Equal("Deny", (string?)statement["Effect"]));

    [Theory]
    [InlineData(AccessPointKind.Analyze, "SharesPipelineRole")]
    [InlineData(AccessPointKind.Download, "SharesDownloadRole")]
    public void Everybody_but_one_role_is_denied(AccessPointKind kind, string role) => Assert.Single(
        Statements(kind), s => ((string?)s["Condition"]?["ArnNotEquals"]?["aws:PrincipalArn"])?.EndsWith($":role/{role}", StringComparison.Ordinal) ?? false);

    [Fact]
    public void An_analyze_access_point_refuses_every_presigned_url() => Assert.Single(
        Statements(AccessPointKind.Analyze), s => (string?)s["Condition"]?["StringEquals"]?["s3:authType"] == "REST-QUERY-STRING");

    [Fact]
    public void A_download_access_point_refuses_signatures_older_than_15_minutes() => Assert.Single(
        Statements(AccessPointKind.Download), s => (string?)s["Condition"]?["NumericGreaterThan"]?["s3:signatureAge"] == "900000");

    [Fact]
    public void Expiry_is_enforced_by_storage_to_the_second() => Assert.Single(
        Statements(AccessPointKind.Download, Some.Now),
        s => (string?)s["Condition"]?["DateGreaterThanEquals"]?["aws:CurrentTime"] == "2026-11-22T10:00:00Z");

    [Fact]
    public void Nobody_is_locked_out_of_managing_the_access_point() => Assert.All(
        Statements(AccessPointKind.Analyze).SelectMany(s => s["Action"]!.AsArray()),
        action => Assert.DoesNotContain("AccessPoint", (string?)action, StringComparison.Ordinal));

    [Fact]
    public void The_policy_leaves_most_of_its_20_KB_for_revocations()
    {
        var policy = AccessPointPolicy.Write(Name(AccessPointKind.Download), Some.Now, RevocationList.Empty, Some.Storage);
        Assert.InRange(Encoding.UTF8.GetByteCount(policy), 1, 2_500);
    }

    private static AccessPointName Name(AccessPointKind kind) => new(Some.ShareId(1), kind, 1);

    private static List<JsonNode> Statements(AccessPointKind kind, DateTimeOffset? expiresAt = null) =>
        [.. JsonNode.Parse(AccessPointPolicy.Write(Name(kind), expiresAt, RevocationList.Empty, Some.Storage))!["Statement"]!.AsArray().Select(s => s!)];
}
