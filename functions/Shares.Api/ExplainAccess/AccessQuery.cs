using Microsoft.AspNetCore.Http;
using Shares.Core;
using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Web.Bodies;

namespace Shares.Api.ExplainAccess;

/// <summary>Whose access is asked about.</summary>
/// <param name="User">Null: any member.</param>
/// <param name="Execution">Null: any. Of analyses alone.</param>
internal sealed record AccessQuery(ProjectId Project, UserId? User, Purpose Purpose, ExecutionId? Execution)
{
    public Requester Requester => new(Project, User, Execution);

    public static Result<AccessQuery> Read(IQueryCollection query)
    {
        var errors = new FieldErrors();
        if (!UuidId.TryParse<ProjectId>(query["projectId"], out var project)) errors.Add("projectId", "must be the id of a project");
        UserId? user = null;
        if (query["userId"].ToString() is { Length: > 0 } name)
        {
            if (UserId.TryParse(name, out var id)) user = id;
            else errors.Add("userId", $"must have {TextRule.UserId}");
        }

        if (!ContractName.TryParse<Purpose>(query["purpose"], out var purpose))
            errors.Add("purpose", $"must be one of {string.Join(", ", ContractName.All<Purpose>())}");
        ExecutionId? execution = null;
        if (query["executionId"].ToString() is { Length: > 0 } run)
        {
            if (purpose == Purpose.Analyze && UuidId.TryParse<ExecutionId>(run, out var id)) execution = id;
            else errors.Add("executionId", "must be the id of an execution, and the purpose ANALYZE");
        }

        return errors.Failure is { } failure ? failure : new AccessQuery(project, user, purpose, execution);
    }
}
