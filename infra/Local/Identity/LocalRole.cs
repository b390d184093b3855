using System.Text.Json.Nodes;

namespace Shares.Local.Identity;

/// <summary>An IAM role as the templates describe it, with every intrinsic function already resolved.</summary>
/// <param name="Name">Name without path.</param>
/// <param name="TrustPolicy">Who may assume the role; <see langword="null"/> means nobody.</param>
/// <param name="IdentityPolicies">Policy documents attached to the role; all of them count.</param>
/// <param name="Tags">The role's own tags, part of <c>aws:PrincipalTag</c> unless a session tag of the same key replaces them.</param>
public sealed record LocalRole(
    string Name,
    string Arn,
    JsonNode? TrustPolicy,
    IReadOnlyList<JsonNode> IdentityPolicies,
    IReadOnlyDictionary<string, string> Tags)
{
    public const string AdministratorName = "admin";

    /// <summary>Policy documents as text: nodes are not safe to read from several threads at once.</summary>
    public IReadOnlyList<string> PolicyTexts { get; } = [.. IdentityPolicies.Select(policy => policy.ToJsonString())];

    public string? TrustPolicyText { get; } = TrustPolicy?.ToJsonString();

    /// <summary>May do everything that no policy denies; only the machine's owner gets its keys.</summary>
    public static LocalRole Administrator { get; } = new(
        AdministratorName,
        LocalAccount.RoleArn(AdministratorName),
        TrustPolicy: null,
        [JsonNode.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")!],
        new Dictionary<string, string>());
}
