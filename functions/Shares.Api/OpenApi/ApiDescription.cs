using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

/// <summary>What <c>docs/openapi.json</c> says of this function's routes.</summary>
public static class ApiDescription
{
    public static FunctionDescription Function => new(
        [ProjectOperations.Group, DatasetOperations.Group, ShareOperations.Group, EnforcementOperations.Group, EgressOperations.Group, ReportOperations.Group, GovernanceOperations.Group, ServiceOperations.Group],
        ApiBodies.All,
        ApiJson.Default.Options);
}
