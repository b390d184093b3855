using System.Globalization;
using System.Text.Json.Nodes;
using Shares.Local.DynamoDb;
using Shares.Local.Template;

namespace Shares.Local.Tests.Template;

public class RolePolicyTests
{
    /// <summary>IAM's limits, white space not counted: a managed policy, and the inline policies of a role together.</summary>
    private const int ManagedPolicyLimit = 6_144, InlinePoliciesLimit = 10_240;

    /// <summary>A slot of a session: one access point and one dataset.</summary>
    private static readonly IEnumerable<string> Slots = Enumerable.Range(1, 20).Select(slot => slot.ToString("00", CultureInfo.InvariantCulture));

    private readonly TemplateModel _model = RealTemplate.Load();

    [Fact]
    public void Policies_fit_IAMs_limits_in_the_region_with_the_longest_name() =>
        Assert.All(RealTemplate.Load("ap-southeast-99").Roles, role =>
        {
            var sizes = role.Policies.Select(policy => policy.ToJsonString().Length).ToList();
            Assert.All(sizes, size => Assert.InRange(size, 1, ManagedPolicyLimit));
            Assert.InRange(sizes.Sum(), 1, InlinePoliciesLimit);
        });

    [Theory]
    [InlineData("SharesPipelineRole")]
    [InlineData("SharesDownloadRole")]
    public void A_session_reads_and_lists_in_each_slot_only_that_dataset_through_that_access_point(string role)
    {
        const string accessPoints = "arn:aws:s3:us-east-1:111122223333:accesspoint";
        var statements = Statements(role).Where(statement => Text(statement, "Resource").StartsWith(accessPoints, StringComparison.Ordinal)).ToList();

        Assert.Equal(
            Slots.Select(slot => $"{accessPoints}/${{aws:PrincipalTag/ap{slot}}}/object/datasets/${{aws:PrincipalTag/ds{slot}}}/*"),
            statements.Where(statement => Text(statement, "Action") == "s3:GetObject").Select(statement => Text(statement, "Resource")));
        Assert.Equal(
            Slots.Select(slot => $"{accessPoints}/${{aws:PrincipalTag/ap{slot}}} datasets/${{aws:PrincipalTag/ds{slot}}}/*"),
            statements.Where(statement => Text(statement, "Action") == "s3:ListBucket")
                .Select(statement => $"{Text(statement, "Resource")} {statement["Condition"]!["StringLike"]!["s3:prefix"]}"));
        Assert.Equal(2 * 20, statements.Count);
    }

    [Theory]
    [InlineData("SharesPipelineRole", "arn:aws:s3:::${aws:PrincipalTag/bucket}/*")]
    [InlineData("SharesUploadRole", "arn:aws:s3:::${aws:PrincipalTag/bucket}/datasets/${aws:PrincipalTag/ds01}/data/*")]
    public void A_session_writes_only_in_its_own_bucket(string role, string resource) =>
        Assert.Equal([resource], Statements(role).Where(statement => Actions(statement).Contains("s3:PutObject")).Select(statement => Text(statement, "Resource")));

    [Fact]
    public void A_download_session_writes_nothing() =>
        Assert.Equal(["s3:GetObject", "s3:ListBucket"], Statements("SharesDownloadRole").SelectMany(Actions).Distinct().Order());

    [Fact]
    public void Nothing_reads_around_the_guardrails() =>
        Assert.DoesNotContain(
            _model.Roles.SelectMany(role => Statements(role.Name)).SelectMany(Actions),
            action => action is "s3:GetObjectVersion" or "s3:GetObjectAttributes" or "s3:GetObjectTorrent" || action.Contains('*', StringComparison.Ordinal));

    [Fact]
    public void Only_the_Access_function_may_assume_a_session_role_for_anything_and_the_canary_for_its_own_dataset() =>
        Assert.All(_model.Roles.Where(role => role.Name.StartsWith("Shares", StringComparison.Ordinal)), role =>
        {
            var statements = role.TrustPolicy["Statement"]!.AsArray().Select(statement => statement!).ToList();
            Assert.Equal("arn:aws:iam::111122223333:role/AccessFunctionRole", (string?)statements[0]["Principal"]!["AWS"]);
            Assert.Equal(["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], Actions(statements[0]));
            Assert.All(statements[1..], statement => Assert.Equal("arn:aws:iam::111122223333:role/CanaryFunctionRole", (string?)statement["Principal"]!["AWS"]));
            Assert.Equal(["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], statements[1..].SelectMany(Actions));
            Assert.Equal("00000000-0000-8000-8000-0000000ca4a1", (string?)statements[2]["Condition"]!["StringEquals"]!["aws:RequestTag/ds01"]);
            Assert.Equal("canary", (string?)statements[3]["Condition"]!["StringEquals"]!["sts:SourceIdentity"]);
        });

    [Theory]
    [InlineData("AccessFunctionRole")]
    [InlineData("ProvisioningFunctionRole")]
    [InlineData("CanaryFunctionRole")]
    public void No_function_reads_or_writes_objects_under_its_own_role(string role) =>
        Assert.DoesNotContain(Statements(role).SelectMany(Actions), action => action is "s3:GetObject" or "s3:PutObject" or "s3:DeleteObject");

    [Theory]
    [InlineData("ApiFunctionRole", "egress")]
    [InlineData("EgressFunctionRole", "address-ranges")]
    public void Of_the_bucket_of_reports_a_function_reads_what_it_needs_and_it_reads_no_other_object_and_writes_none(string role, string folder)
    {
        var onObjects = Statements(role).Where(statement => Actions(statement).Exists(action => action.StartsWith("s3:", StringComparison.Ordinal) && action != "s3:ListBucket"));
        var statement = Assert.Single(onObjects);
        Assert.Equal(["s3:GetObject"], Actions(statement));
        Assert.Equal($"arn:aws:s3:::shares-reportsbucket/{folder}/*", Text(statement, "Resource"));
    }

    /// <summary>An absent key makes a condition with ForAllValues true: one that is never set would allow everything here.</summary>
    [Fact]
    public void Policies_look_only_at_such_facts_about_the_table_as_the_local_cloud_knows() =>
        Assert.Subset(
            DynamoDbAccess.ConditionKeys.ToHashSet(),
            _model.Roles.SelectMany(role => Statements(role.Name)).SelectMany(statement => statement["Condition"]?.AsObject() ?? [])
                .SelectMany(comparison => comparison.Value!.AsObject()).Select(fact => fact.Key)
                .Where(key => key.StartsWith("dynamodb:", StringComparison.OrdinalIgnoreCase)).ToHashSet());

    private List<JsonNode> Statements(string role) =>
        [.. _model.Roles.Single(other => other.Name == role).Policies.SelectMany(policy => policy["Statement"]!.AsArray()).Select(statement => statement!)];

    private static string Text(JsonNode statement, string member) => statement[member] is JsonValue value ? value.GetValue<string>() : "";

    private static List<string> Actions(JsonNode statement) =>
        statement["Action"] is JsonArray several ? [.. several.Select(action => action!.GetValue<string>())] : [Text(statement, "Action")];
}
