using System.Text.Json.Nodes;
using Shares.Local.Identity;
using Shares.Local.Template;

namespace Shares.Local.Startup;

/// <summary>Fills the account with roles: those of the template, and those that callers of the API have of their own.</summary>
internal static class LocalRoles
{
    public const string Finance = "finance";

    /// <summary>Roles that may call the API and nothing else: the demo projects' pipelines, and the finance department.</summary>
    public static IReadOnlyList<string> Callers { get; } =
        ["immunology-lab-pipeline", "sequencing-core-pipeline", "oncology-lab-pipeline", "clinical-trials-pipeline", Finance];

    public static void AddTo(RoleCatalog catalog, TemplateModel template)
    {
        foreach (var role in template.Roles)
            catalog.Add(new(role.Name, role.Arn, role.TrustPolicy, role.Policies, new Dictionary<string, string>()));
        foreach (var name in Callers)
            catalog.Add(new(name, LocalAccount.RoleArn(name), TrustPolicy: null, [MayInvokeApi()], new Dictionary<string, string>()));
    }

    private static JsonNode MayInvokeApi() => JsonNode.Parse(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"*"}]}""")!;
}
