using Shares.Web.OpenApi;

namespace Shares.Access.OpenApi;

/// <summary>What <c>docs/openapi.json</c> says of this function's routes.</summary>
public static class AccessDescription
{
    public static FunctionDescription Function => new([FileOperations.Group, CredentialOperations.Group], AccessBodies.All, AccessJson.Default.Options);
}
