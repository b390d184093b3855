using System.Text.Json.Nodes;

namespace Shares.Local.Template;

internal static class RoleReader
{
    public static RoleModel Read(Resource resource)
    {
        var role = resource.Properties();
        var policies = new List<JsonNode>();
        foreach (var policy in role.Blocks("Policies"))
        {
            policy.PassOver("PolicyName");
            policies.Add(Document(policy));
            policy.End();
        }

        foreach (var arn in role.Texts("ManagedPolicyArns")) policies.Add(Managed(role, arn));
        var model = new RoleModel(
            PhysicalNames.Ref(resource)!,
            PhysicalNames.Attribute(resource, "Arn")!,
            role.Json("AssumeRolePolicyDocument") ?? throw resource.Place.Error(role.Node, "the trust policy is missing"),
            TimeSpan.FromSeconds(role.Number("MaxSessionDuration") ?? 3600),
            policies);
        role.PassOver("RoleName");
        role.End();
        return model;
    }

    /// <summary>A managed policy of the same template. Those of AWS are not here, and grant more than a function needs.</summary>
    private static JsonNode Managed(Block role, string arn)
    {
        var managed = role.Place.Stack.Resources.Values.Where(other => other.Type == "AWS::IAM::ManagedPolicy")
            .SingleOrDefault(other => PhysicalNames.Ref(other) == arn)
            ?? throw role.Place.Error(role.Node, $"{arn} is not a managed policy of this template");
        var policy = managed.Properties();
        policy.PassOver("ManagedPolicyName");
        var document = Document(policy);
        policy.End();
        return document;
    }

    private static JsonNode Document(Block policy) =>
        policy.Json("PolicyDocument") ?? throw policy.Place.Error(policy.Node, "PolicyDocument is missing");
}
