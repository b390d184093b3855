using Shares.Core.Access;
using Shares.Core.Ids;
using Shares.Core.Projects;

namespace Shares.Core.Tests.Access;

public sealed class ProjectCallerTests
{
    private static readonly Caller Person = new Caller.Person(Some.Person, "", []);

    [Fact]
    public void A_member_stands_in_the_project_with_their_role()
    {
        var caller = ProjectCaller.Resolve(Some.Project(Some.Publisher), Person, new Member(Some.Publisher, Some.Person, Role.Admin));
        Assert.Equal(Role.Admin, caller?.Role);
    }

    [Fact]
    public void Somebody_without_a_membership_is_a_stranger() =>
        Assert.Null(ProjectCaller.Resolve(Some.Project(Some.Publisher), Person, null));

    [Fact]
    public void A_membership_of_another_project_makes_nobody_a_member() =>
        Assert.Null(ProjectCaller.Resolve(Some.Project(Some.Publisher), Person, new Member(Some.Stranger, Some.Person, Role.Owner)));

    [Fact]
    public void A_membership_of_somebody_else_makes_nobody_a_member() =>
        Assert.Null(ProjectCaller.Resolve(Some.Project(Some.Publisher), Person, new Member(Some.Publisher, UserId.Parse("other"), Role.Owner)));

    [Theory]
    [InlineData("arn:aws:sts::111122223333:assumed-role/b-pipeline/job-42", true)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/a-pipeline/job-42", false)]
    [InlineData("arn:aws:sts::999999999999:assumed-role/b-pipeline/job-42", false)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/B-Pipeline/job-42", false)]
    public void Only_sessions_of_the_registered_role_are_the_projects_pipeline(string session, bool isPipeline)
    {
        Assert.True(RoleArn.TryParseSession(session, out var role, out var name));
        var caller = ProjectCaller.Resolve(Some.Project(Some.Subscriber), new Caller.AwsRole(role, name), null);
        Assert.Equal(isPipeline, caller?.IsPipeline ?? false);
    }

    [Fact]
    public void A_project_without_a_pipeline_role_has_no_pipeline()
    {
        var project = Some.Project(Some.Subscriber) with { PipelineRoleArn = null };
        Assert.Null(ProjectCaller.Resolve(project, new Caller.AwsRole(default, ""), null));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/*")]
    [InlineData("arn:aws:iam::111122223333:role/${aws:username}")]
    [InlineData("arn:aws:iam::111122223333:user/somebody")]
    [InlineData("arn:aws:iam::11112222333:role/short-account")]
    [InlineData("arn:aws:iam::111122223333:role/")]
    [InlineData("arn:aws:iam:us-east-1:111122223333:role/regional")]
    [InlineData("role/name")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_role_is_not_registered(string? arn) => Assert.False(RoleArn.TryParse(arn, out _));
}
