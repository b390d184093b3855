using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Web.Bodies;

namespace Shares.Api.SetMemberRole;

/// <param name="Role">A role, or NONE to remove the member.</param>
internal sealed record SetMemberRoleRequest(string? Username, string? Role)
{
    public const string None = "NONE";

    public Result<(UserId User, Role? Role)> Validate()
    {
        var errors = new FieldErrors();
        if (!UserId.TryParse(Username, out var user)) errors.Add("username", $"must have {TextRule.UserId}");
        if (!ContractName.TryParse<Role>(Role, out var role) && Role != None)
            errors.Add("role", $"must be one of {string.Join(", ", ContractName.All<Role>())}, {None}");
        if (errors.Failure is { } failure) return failure;
        return (user, Role == None ? null : role);
    }
}
