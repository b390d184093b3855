using Shares.Local.Permissions;

namespace Shares.Local.Policies;

/// <summary>Decides actions that the caller's own policies alone decide, as of services without policies of their resources.</summary>
public sealed class ActionAuthorizer(PolicyEvaluator evaluator, PermissionRecord record, TimeProvider time)
{
    /// <param name="action">Such as <c>ce:GetCostAndUsage</c>.</param>
    /// <param name="resource">ARN, or <c>*</c> for an action that has none.</param>
    public async Task<bool> IsAllowedAsync(Caller caller, string action, string resource, CancellationToken cancellationToken)
    {
        var answer = await evaluator.EvaluateAsync(caller.Question(action, resource, caller.Context(time.GetUtcNow())), cancellationToken);
        var isAllowed = !answer.IsDenied && answer.IsAllowedByIdentity;
        record.Note(caller.Principal, action, resource, isAllowed);
        return isAllowed;
    }

    /// <summary>As AWS says it.</summary>
    public static string Refusal(Caller caller, string action, string resource) =>
        $"User: {caller.Principal.Arn} is not authorized to perform: {action} on resource: {resource}";
}
