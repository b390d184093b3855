using System.Text.RegularExpressions;
using CsCheck;
using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Core.Sessions;

namespace Shares.Core.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly Gen<UserId> AnyUser = Gen.String[1, 128].Where(s => UserId.TryParse(s, out _)).Select(UserId.Parse);

    [Fact]
    public void Names_of_a_session_are_what_STS_accepts() => AnyUser.Sample(user =>
    {
        var identity = SessionIdentity.Of(Some.Subscriber, user);
        return Accepted(identity.SessionName) && Accepted(identity.SourceIdentity);
    });

    [Fact]
    public void Different_people_have_different_source_identities() => Gen.Select(AnyUser, AnyUser).Sample((a, b) =>
        a == b || SessionIdentity.Of(Some.Subscriber, a).SourceIdentity != SessionIdentity.Of(Some.Subscriber, b).SourceIdentity);

    [Fact]
    public void An_ordinary_user_id_stands_in_the_log_as_it_is() =>
        Assert.Equal("lab-member@example.org", SessionIdentity.Of(Some.Subscriber, UserId.Parse("lab-member@example.org")).SourceIdentity);

    [Fact]
    public void The_session_name_begins_with_the_subscribing_project() =>
        Assert.StartsWith($"{Some.Subscriber.Hex()}.", SessionIdentity.Of(Some.Subscriber, Some.Person).SessionName, StringComparison.Ordinal);

    [Fact]
    public void A_grant_fills_one_slot_with_access_point_and_dataset()
    {
        var tags = SessionTags.SharedDownload(Some.Subscriber, Grant(1));
        Assert.Equal(Grant(1).AccessPoint.ToString(), tags["ap01"]);
        Assert.Equal(Some.DatasetId(1).ToString(), tags["ds01"]);
        Assert.DoesNotContain("bucket", tags.Keys);
    }

    [Fact]
    public void A_session_holds_20_grants_in_as_many_tags_as_STS_accepts()
    {
        var execution = ExecutionId.From(Some.DatasetId(9).Value);
        var tags = SessionTags.Pipeline(Some.Subscriber, execution, "b", [.. Enumerable.Range(1, 20).Select(Grant)]);
        Assert.InRange(tags.Count, 43, 50);
        Assert.Equal(Some.DatasetId(20).ToString(), tags["ds20"]);
        Assert.All(tags.Values, value => Assert.InRange(value.Length, 1, 256));
    }

    [Fact]
    public void A_21st_grant_is_a_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => SessionTags.Pipeline(Some.Subscriber, default, "b", [.. Enumerable.Range(1, 21).Select(Grant)]));

    private static Grant Grant(int number) => new(new AccessPointName(Some.ShareId(1), AccessPointKind.Analyze, 1), Some.DatasetId(number));

    private static bool Accepted(string name) => Regex.IsMatch(name, @"^[A-Za-z0-9_+=,.@-]{2,64}\z");
}
