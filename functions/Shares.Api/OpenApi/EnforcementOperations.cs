using Shares.Api.GetEnforcement;
using Shares.Api.ListUsages;
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
        new("POST /projects/{project}/shares/{share}:verify", "verifyEnforcement", "Has storage compared with the share now")
        {
            Description = "Otherwise that happens every hour. `verificationRequestedAt` is there until it was done; what differed is repaired and in `differences`.",
            Answer = typeof(EnforcementAnswer),
        },
        new("GET /projects/{project}/shares/{share}/usages", "listUsages", "Which executions read which datasets through the share")
        {
            Description = "Latest first. An entry stays for about a day after its end.",
            Answer = typeof(UsageAnswer),
            Traits = Traits.Cirro | Traits.Paged,
        },
        new("DELETE /projects/{project}/shares/{share}/usages/{usage}", "revokeUsage", "Ends what one execution reads through the share")
        {
            Description = "It gets no session for this share any more, and storage refuses those that it has: `enforcement` tells from when on. Others go on. Repeating it changes nothing.",
            Traits = Traits.Cirro,
        },
    ]);
}
