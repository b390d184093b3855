using Shares.Local.Template;

namespace Shares.Local.Tests.Template;

/// <summary>The repository's own template, with the values that the local cloud gives it.</summary>
internal static class RealTemplate
{
    public static readonly Dictionary<string, string> Values = new()
    {
        ["JwtIssuer"] = "http://localhost:8080/oidc",
        ["JwtAudience"] = "portal",
        ["PipelinesVpcId"] = "vpc-0local",
        // In place of a default.
        ["FinanceRoleArn"] = "arn:aws:iam::111122223333:role/finance",
        ["SignInOrigins"] = "http://localhost:8080",
        ["StorageOrigins"] = "http://localhost:8900",
    };

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static TemplateModel Load(string region = "us-east-1") => TemplateModel.Load(Root, new TemplateParameters(Values, Region: region));

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Shares.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
