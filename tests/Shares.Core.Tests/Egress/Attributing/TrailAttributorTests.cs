using Shares.Core.Egress;
using Shares.Core.Ids;
using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Attributing;

public sealed class TrailAttributorTests
{
    [Fact]
    public void A_download_is_of_its_share_dataset_subscriber_person_zone_and_route()
    {
        var attribution = Attributed.Of(new TrailRecord());
        Assert.Equal(
            new EgressKey(
                new(2026, 11, 22), Some.ShareId(1), Some.DatasetId(1), Some.Subscriber, Attributed.Principal("lab-member"),
                TransferZone.Internet, AccessRoute.PresignedUrl),
            attribution.Key);
        Assert.Equal(EgressAmount.Served(7759), attribution.Amount);
        Assert.Equal("project-sequencing-core", attribution.Bucket);
    }

    [Theory]
    [InlineData(TrailRecord.DownloadRole, "QueryString", AccessRoute.PresignedUrl)]
    [InlineData(TrailRecord.DownloadRole, "AuthHeader", AccessRoute.Credentials)]
    [InlineData(TrailRecord.PipelineRole, "AuthHeader", AccessRoute.Pipeline)]
    [InlineData(TrailRecord.PipelineRole, "QueryString", AccessRoute.PresignedUrl)]
    public void The_route_is_told_by_signature_and_role(string role, string authentication, AccessRoute route) =>
        Assert.Equal(route, Attributed.Of(new TrailRecord { Role = role, Authentication = authentication }).Key!.Value.Route);

    [Theory]
    [InlineData("203.0.113.7", null, TransferZone.Internet)]
    [InlineData("10.0.3.7", "vpce-0abc", TransferZone.SameRegion)]
    [InlineData("3.81.2.3", null, TransferZone.SameRegion)]
    [InlineData("52.17.2.3", null, TransferZone.CrossRegion)]
    public void The_zone_is_told_by_endpoint_and_address(string address, string? endpoint, TransferZone zone) =>
        Assert.Equal(zone, Attributed.Of(new TrailRecord { SourceAddress = address, VpcEndpoint = endpoint }).Key!.Value.Zone);

    [Fact]
    public void A_refused_request_counts_apart_with_the_bytes_of_its_error()
    {
        Assert.Equal(EgressAmount.Refused(243), Attributed.Of(new TrailRecord { ErrorCode = "AccessDenied" }.With(243)).Amount);
        Assert.Equal(EgressAmount.Refused(0), Attributed.Of(new TrailRecord { ErrorCode = "AccessDenied", BytesOut = null }).Amount);
    }

    [Fact]
    public void A_request_counts_on_its_day_in_UTC() =>
        Assert.Equal(new(2026, 11, 21), Attributed.Of(new TrailRecord { Time = "2026-11-22T01:30:00+02:00" }).Key!.Value.Day);

    [Theory]
    [InlineData("lab-member", "lab-member")]
    [InlineData("a=40b=C3=BC", "a@bü")]
    [InlineData("=h.0123456789012345678901234567890123456789", "=h.0123456789012345678901234567890123456789")]
    public void A_person_is_who_the_source_identity_stands_for(string source, string person) =>
        Assert.Equal(person, Attributed.Of(new TrailRecord { SourceIdentity = source }).Key!.Value.Principal.ToString());

    [Fact]
    public void The_sessions_that_are_vended_are_those_that_are_told()
    {
        foreach (var user in new[] { "lab-member", "Ada Lovelace <ada@example.org>", "ü=#%\"", new string('x', 128), "=h.x" })
        {
            var identity = Core.Sessions.SessionIdentity.Of(Some.Subscriber, UserId.Parse(user));
            var key = Attributed.Of(new TrailRecord { SessionName = identity.SessionName, SourceIdentity = identity.SourceIdentity }).Key!.Value;
            Assert.Equal(Some.Subscriber, key.Subscriber);
            Assert.Equal(identity.SourceIdentity.StartsWith("=h.", StringComparison.Ordinal) ? identity.SourceIdentity : user, key.Principal.ToString());
        }
    }

    [Fact]
    public void Neighbours_of_a_record_do_not_colour_it()
    {
        var attributor = Attributed.NewAttributor();
        for (var n = 0; n < 25_000; n++)
        {
            var record = new TrailRecord { SourceIdentity = $"person-{n % 12_000}", SourceAddress = $"52.17.{n % 250}.{n % 3}", Key = $"datasets/{Some.DatasetId(n)}/f" };
            if (n % 1000 != 0) continue;
            var key = Attributed.Of(record, attributor).Key!.Value;
            Assert.Equal((Some.DatasetId(n), $"person-{n % 12_000}"), (key.Dataset, key.Principal.ToString()));
        }
    }
}
