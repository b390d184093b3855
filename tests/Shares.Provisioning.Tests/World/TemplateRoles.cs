using Shares.Local.Identity;
using Shares.Local.Template;

namespace Shares.Provisioning.Tests.World;

/// <summary>The roles that the templates describe, with their trust and policies.</summary>
internal static class TemplateRoles
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["JwtIssuer"] = "http://localhost/oidc",
        ["JwtAudience"] = "portal",
        ["PipelinesVpcId"] = Storage.Vpc,
        ["SignInOrigins"] = "http://localhost",
    };

    public static IEnumerable<LocalRole> All =>
        TemplateModel.Load(Root(new DirectoryInfo(AppContext.BaseDirectory)), new TemplateParameters(Parameters)).Roles
            .Select(role => new LocalRole(role.Name, role.Arn, role.TrustPolicy, role.Policies, new Dictionary<string, string>()));

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Shares.sln")) ? folder.FullName : Root(folder.Parent!);
}
