using Shares.Core.Access;
using Shares.Core.Audit;

namespace Shares.Core.Tests.Audit;

public sealed class ActorTests
{
    [Fact]
    public void A_person_is_named_by_their_id()
    {
        var actor = Actor.Of(new Caller.Person(Some.Person, "somebody@example.org", []), "192.0.2.1", "browser");
        Assert.Equal(new Actor(ActorType.Person, "lab-member", "192.0.2.1", "browser"), actor);
        Assert.Equal(Some.Person, actor.UserOrThrow());
    }

    [Fact]
    public void A_pipeline_is_named_by_the_session_of_its_role_and_is_no_person()
    {
        var actor = Actor.Of(new Caller.AwsRole(new RoleArn("111122223333", "b-pipeline"), "job-7"), "", "");
        Assert.Equal((ActorType.Pipeline, "arn:aws:sts::111122223333:assumed-role/b-pipeline/job-7"), (actor.Type, actor.Id));
        Assert.True(RoleArn.TryParseSession(actor.Id, out var role, out var session));
        Assert.Equal(("b-pipeline", "job-7"), (role.Name, session));
        Assert.Throws<InvalidOperationException>(() => actor.UserOrThrow());
    }

    [Theory]
    [InlineData(255, 255)]
    [InlineData(256, 256)]
    [InlineData(4000, 256)]
    public void A_long_user_agent_is_cut(int length, int kept) =>
        Assert.Equal(kept, new Actor(ActorType.System, "x", "", new string('a', length)).UserAgent.Length);

    [Fact]
    public void A_user_agent_is_not_cut_through_a_character() =>
        Assert.Equal(new string('a', 255), new Actor(ActorType.System, "x", "", new string('a', 255) + "😀").UserAgent);
}
