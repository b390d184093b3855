using Shares.Api.CreateClassification;
using Shares.Api.ListClassifications;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class GovernanceOperations
{
    public static readonly OperationGroup Group = new("Governance", "What kinds of data there are.",
    [
        new("GET /governance/classifications", "listClassifications", "Data classifications, by name")
        {
            Answer = typeof(ClassificationAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("POST /governance/classifications", "createClassification", "Adds a data classification")
        {
            Request = typeof(ClassificationInput),
            Example = """{"name": "Controlled access", "description": "Readers need the approval of the data access committee.", "requirementIds": []}""",
            Status = 201,
            Answer = typeof(ClassificationAnswer),
            Traits = Traits.Cirro | Traits.Idempotent,
        },
    ]);
}
