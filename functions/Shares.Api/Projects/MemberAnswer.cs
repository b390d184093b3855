using Shares.Core.Ids;

namespace Shares.Api.Projects;

/// <summary>A member. Members that describe a person come from the directory of the token issuer, which is not asked; they are empty.</summary>
internal sealed record MemberAnswer(string Name, string Username, string Organization, string Department, string Email, string JobTitle, string Role)
{
    /// <param name="role">Its name in the contract.</param>
    public static MemberAnswer From(UserId user, string role) => new(user.ToString(), user.ToString(), "", "", "", "", role);
}
