using System.Text.Json.Nodes;
using Shares.Local.Trail;
using Sample = Shares.Testing.Trail.TrailRecord;

namespace Shares.Local.Tests.Trail;

/// <summary>Against the records that the readers of the trail are tested with.</summary>
public class TrailRecordTests
{
    private static readonly Guid Id = new("00000001-1111-2222-3333-444444444444");

    [Fact]
    public void A_record_has_the_members_of_CloudTrails() =>
        Assert.Equal(Members(new Sample().ToNode()), Members(TrailRecord.Of(Requests.Download("REQ0000000000001"), Id, asFloat: false)));

    [Fact]
    public void So_has_one_of_a_refused_request_through_an_endpoint() =>
        Assert.Equal(
            Members(new Sample { VpcEndpoint = "vpce-0abc", ErrorCode = "AccessDenied" }.ToNode()),
            Members(TrailRecord.Of(Requests.RefusedPipeline("REQ0000000000001"), Id, asFloat: false)));

    [Fact]
    public void A_record_says_what_the_request_was()
    {
        var (sample, record) = (new Sample().ToNode(), TrailRecord.Of(Requests.Download("REQ0000000000001"), Id, asFloat: false));
        foreach (var member in (string[])["eventTime", "eventName", "eventSource", "sourceIPAddress", "userAgent", "requestID", "eventID", "requestParameters", "readOnly"])
            Assert.True(JsonNode.DeepEquals(sample[member], record[member]), $"{member}: {record[member]?.ToJsonString()}");
        Assert.Equal((string?)sample["userIdentity"]!["arn"], (string?)record["userIdentity"]!["arn"]);
        Assert.Equal("lab-member", (string?)record["userIdentity"]!["sessionContext"]!["sourceIdentity"]);
        Assert.Equal(("QueryString", 7759L), ((string?)record["additionalEventData"]!["AuthenticationMethod"], (long)record["additionalEventData"]!["bytesTransferredOut"]!));
        Assert.Equal(
            sample["resources"]!.AsArray().Select(resource => (string?)resource!["ARN"]),
            record["resources"]!.AsArray().Select(resource => (string?)resource!["ARN"]));
    }

    [Fact]
    public void Bytes_may_be_written_as_a_float() =>
        Assert.Contains("\"bytesTransferredOut\":7759.0}", TrailRecord.Of(Requests.Download("REQ0000000000001"), Id, asFloat: true).ToJsonString(), StringComparison.Ordinal);

    private static IEnumerable<string> Members(JsonNode? node, string path = "") => Walk(node, path).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Walk(member.Value, $"{path}/{member.Key}")),
        JsonArray items => items.SelectMany(item => Walk(item, path)),
        _ => [path],
    };
}
