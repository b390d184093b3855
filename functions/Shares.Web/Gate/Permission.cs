using Shares.Core.Access;
using Shares.Core.Failures;
using Shares.Core.Projects;

namespace Shares.Web.Gate;

/// <summary>Whether a caller is among those that a route is for.</summary>
internal static class Permission
{
    private static readonly Failure ForPeople = new(ErrorCode.RoleTooLow, "This is for people who have signed in, not for AWS roles.");
    private static readonly Failure ForPlatformAdmins = new(ErrorCode.RoleTooLow, "This takes the group shares-admin.");
    private static readonly Failure ForFinance = new(ErrorCode.RoleTooLow, "This takes the group finance, or the role of finance.");
    private static readonly Failure ForMembers = new(ErrorCode.RoleTooLow, "This is for members of the project, not for its pipeline role.");
    private static readonly Failure ForPipelines =
        new(ErrorCode.NotYourPipelineRole, "Only the pipeline role that is registered with the project may do this.");

    /// <summary>On routes without a project.</summary>
    public static Failure? Refuse(Caller caller, Who who, FinanceRole finance) => caller switch
    {
        Caller.AwsRole aws when who == Who.Finance => aws.Role == finance.Role ? null : ForFinance,
        Caller.AwsRole => ForPeople,
        Caller.Person person when who == Who.Finance => person.IsFinance ? null : ForFinance,
        Caller.Person { IsPlatformAdmin: false } when !who.HasFlag(Who.Person) => ForPlatformAdmins,
        _ => null,
    };

    /// <summary>On routes of a project.</summary>
    public static Failure? Refuse(ProjectCaller caller, Who who) => caller.Role switch
    {
        null => who.HasFlag(Who.Pipeline) ? null : ForMembers,
        _ when who == Who.Pipeline => ForPipelines,
        _ when who.HasFlag(Who.Reader) => null,
        { } role when role.Contributes() && who.HasFlag(Who.Writer) => null,
        { } role when role.Administers() && who.HasFlag(Who.Admin) => null,
        { } role => TooLow(role, who),
    };

    private static Failure TooLow(Role role, Who who) => new(
        ErrorCode.RoleTooLow,
        $"This takes the role {(who.HasFlag(Who.Writer) ? "OWNER, ADMIN or CONTRIBUTOR" : "OWNER or ADMIN")} in the project; yours is {Core.ContractName.Of(role)}.");
}
