using Shares.Api.GetEnforcement;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class EnforcementOperations
{
    public static readonly OperationGroup Group = new("Enforcement", "How storage enforces a share; for its publisher.",
    [
        new("GET /projects/{project}/shares/{share}/enforcement", "getEnforcement", "Whether storage enforces the share as it is now")
        {
            Answer = typeof(EnforcementAnswer),
        },
    ]);
}
