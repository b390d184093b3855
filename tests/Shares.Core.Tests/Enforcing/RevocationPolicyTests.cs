using System.Text.Json.Nodes;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Core.Tests.Enforcing;

public sealed class RevocationPolicyTests
{
    private static readonly ExecutionId Execution = ExecutionId.From(new Guid("0197e000-0000-7000-8000-000000000001"));

    private const string Moment = "2026-11-22T10:00:02Z";

    [Fact]
    public void Without_revocations_there_are_the_guardrails_alone() => Assert.Equal(2, Statements(AccessPointKind.Analyze).Count);

    [Fact]
    public void A_subscriber_is_refused_by_its_tag_and_the_time_of_issue()
    {
        var condition = Assert.Single(Refusals(AccessPointKind.Download, new Revoked.Subscriber(Some.Subscriber)))["Condition"]!;
        Assert.Equal(Some.Subscriber.Hex(), (string?)condition["StringEquals"]!["aws:PrincipalTag/subscriber"]![0]);
        Assert.Equal(Moment, (string?)condition["DateLessThan"]!["aws:TokenIssueTime"]);
    }

    [Fact]
    public void An_execution_is_refused_in_its_own_project_only()
    {
        var condition = Assert.Single(Refusals(AccessPointKind.Analyze, new Revoked.Execution(Some.Subscriber, Execution)))["Condition"]!;
        Assert.Equal(Execution.ToString(), (string?)condition["StringEquals"]!["aws:PrincipalTag/execution"]![0]);
        Assert.Equal(Some.Subscriber.Hex(), (string?)condition["StringEquals"]!["aws:PrincipalTag/subscriber"]);
    }

    [Fact]
    public void A_person_is_refused_by_source_identity_in_the_project_where_the_role_was_lost()
    {
        var user = UserId.Parse("a*b ${aws:username}");
        var condition = Assert.Single(Refusals(AccessPointKind.Download, new Revoked.Person(Some.Subscriber, user)))["Condition"]!;
        var value = (string?)condition["StringEquals"]!["aws:SourceIdentity"]![0];
        Assert.Equal(SessionIdentity.Of(Some.Subscriber, user).SourceIdentity, value);
        Assert.DoesNotContain("$", value, StringComparison.Ordinal);
        Assert.Equal(Some.Subscriber.Hex(), (string?)condition["StringEquals"]!["aws:PrincipalTag/subscriber"]);
    }

    [Fact]
    public void A_dataset_is_refused_by_its_prefix_for_reading_and_for_listing()
    {
        var (id, arn) = (Some.DatasetId(7), Some.Storage.AccessPointArn(Name(AccessPointKind.Analyze)));
        var refusals = Refusals(AccessPointKind.Analyze, new Revoked.Dataset(id));
        Assert.Equal([$"{arn}/object/datasets/{id}/*", arn], refusals.Select(s => (string?)s["Resource"]![0]));
        Assert.Equal($"datasets/{id}/*", (string?)refusals[1]["Condition"]!["StringLike"]!["s3:prefix"]![0]);
        Assert.All(refusals, s => Assert.Equal(Moment, (string?)s["Condition"]!["DateLessThan"]!["aws:TokenIssueTime"]));
    }

    [Fact]
    public void Revocations_only_deny_and_never_touch_management()
    {
        Revoked[] all = [new Revoked.Subscriber(Some.Subscriber), new Revoked.Dataset(Some.DatasetId(1)), new Revoked.Execution(Some.Subscriber, Execution)];
        Assert.All(Refusals(AccessPointKind.Analyze, all), statement =>
        {
            Assert.Equal("Deny", (string?)statement["Effect"]);
            Assert.All(statement["Action"]!.AsArray(), action => Assert.True((string?)action is "s3:GetObject*" or "s3:ListBucket*"));
        });
    }

    [Fact]
    public void Entries_of_one_kind_and_moment_share_a_statement() => Assert.Single(Refusals(
        AccessPointKind.Analyze, new Revoked.Subscriber(Some.Subscriber), new Revoked.Subscriber(Some.Stranger)));

    [Fact]
    public void The_order_of_entries_does_not_change_the_policy()
    {
        Revoked[] subjects = [new Revoked.Subscriber(Some.Subscriber), new Revoked.Dataset(Some.DatasetId(1)), new Revoked.Subscriber(Some.Stranger)];
        Assert.Equal(Write(AccessPointKind.Analyze, subjects), Write(AccessPointKind.Analyze, [.. subjects.Reverse()]));
    }

    private static AccessPointName Name(AccessPointKind kind) => new(Some.ShareId(1), kind, 1);

    private static string Write(AccessPointKind kind, params Revoked[] subjects) =>
        AccessPointPolicy.Write(Name(kind), null, new([.. subjects.Select(s => Revocation.After(s, Some.Now))]), Some.Storage);

    private static List<JsonNode> Statements(AccessPointKind kind, params Revoked[] subjects) =>
        [.. JsonNode.Parse(Write(kind, subjects))!["Statement"]!.AsArray().Select(s => s!)];

    private static List<JsonNode> Refusals(AccessPointKind kind, params Revoked[] subjects) => [.. Statements(kind, subjects).Skip(2)];
}
