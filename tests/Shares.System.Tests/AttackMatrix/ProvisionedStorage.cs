using System.Text.Json.Nodes;
using Shares.Core.Enforcing;
using Shares.Local.Identity;
using Shares.Local.S3Control;
using Shares.Local.Template;
using Shares.SystemTests.Support;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>
/// Storage as Provisioning makes it for some shares: access points and policies come from the code that makes them and from the
/// templates. Beside them, what a project may have made for itself.
/// </summary>
internal static class ProvisionedStorage
{
    public const string VpcId = "vpc-0123456789abcdef0";

    /// <summary>A publisher's bucket that was made for it, one that a publisher brought, and the subscriber's.</summary>
    public const string Publisher = "shares-publisher", Open = "brought-by-publisher", Lab = "shares-lab";

    /// <summary>Of no project.</summary>
    public const string Unrelated = "reports-of-finance";

    /// <summary>Access points of the project's own making, open to the account.</summary>
    public const string TeamData = "team-data", TeamOpen = "team-open";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private const string Account = LocalAccount.Id;

    private static readonly StorageContext Context = new(
        LocalAccount.Region, Account, VpcId, LocalAccount.RoleArn("SharesPipelineRole"), LocalAccount.RoleArn("SharesDownloadRole"));

    public static IReadOnlyList<AccessPoint> AccessPoints(IEnumerable<SharedDataset> shares) =>
    [
        .. shares.DistinctBy(shared => shared.Share.Id).SelectMany(shared => DesiredState.Of(shared.Share, shared.Revocations, shared.Bucket, Context, Now))
            .Select(point => AccessPoint(point.Name.ToString(), point.Bucket, point.VpcId, point.Policy)),
        AccessPoint(TeamData, Publisher, null, OpenAccessPoint(TeamData)),
        AccessPoint(TeamOpen, Open, null, OpenAccessPoint(TeamOpen)),
    ];

    public static string AliasOf(string accessPoint) => $"{accessPoint}-s3alias";

    public static PolicySet Policies(IEnumerable<AccessPoint> points) => new(
        IdentityPolicies,
        points.ToDictionary(point => point.Name, point => point.Policy!),
        new Dictionary<string, string?>
        {
            [Publisher] = Bucket(Publisher, null), [Open] = Bucket(Open, OpenBucket), [Lab] = Bucket(Lab, null), [Unrelated] = null,
        });

    private static readonly TemplateModel Template = TemplateModel.Load(Repository.Root, new TemplateParameters(new Dictionary<string, string>
    {
        ["JwtIssuer"] = "http://localhost/oidc", ["JwtAudience"] = "portal", ["PipelinesVpcId"] = VpcId, ["SignInOrigins"] = "http://localhost",
    }));

    /// <summary>Identity policies by the role's name: those of the templates, and of others in the account.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> IdentityPolicies { get; } = ReadRoles();

    /// <summary>Of the roles of the templates.</summary>
    public static IReadOnlyDictionary<string, string> TrustPolicies { get; } =
        Template.Roles.ToDictionary(role => role.Name, role => role.TrustPolicy.ToJsonString());

    private static AccessPoint AccessPoint(string name, string bucket, string? vpc, string policy) =>
        new(name, bucket, AliasOf(name), vpc, Shares.Local.S3Control.AccessPoint.PublicAccessSettings, Now, policy);

    private static string Bucket(string name, string? existing) =>
        BucketPolicyMerge.Merge(name, existing, BucketPolicy.Statements(name, Context)).ValueOrThrow().Text;

    private static string OpenBucket { get; } = Everybody($"arn:aws:s3:::{Open}");

    private static string OpenAccessPoint(string name) => Everybody(LocalAccount.AccessPointArn(name), "/object/*");

    private static string Everybody(string resource, string objects = "/*") => $$$"""
        {"Version":"2012-10-17","Statement":[{"Sid":"Team","Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["{{{resource}}}","{{{resource}}}{{{objects}}}"],
          "Condition":{"StringEquals":{"aws:PrincipalAccount":"{{{Account}}}"} } }]}
        """;

    private static Dictionary<string, IReadOnlyList<string>> ReadRoles()
    {
        var roles = Template.Roles.ToDictionary(role => role.Name, role => Texts(role.Policies));
        roles["admin"] = LocalRole.Administrator.PolicyTexts;
        roles["immunology-lab-pipeline"] = [Allow("execute-api:Invoke", "*")];
        // May pass every access point as far as their own policies go, under names like that of the pipelines' role.
        foreach (var name in (string[])["analyst", "team/SharesPipelineRole", "SharesPipelineRole2"]) roles[name] = [Allow("s3:*", LocalAccount.AccessPointArn("*"))];
        return roles;
    }

    private static string Allow(string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}]}""";

    private static IReadOnlyList<string> Texts(IReadOnlyList<JsonNode> policies) => [.. policies.Select(policy => policy.ToJsonString())];
}
