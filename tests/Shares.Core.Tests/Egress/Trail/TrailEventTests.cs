using Shares.Testing.Trail;

namespace Shares.Core.Tests.Egress.Trail;

public sealed class TrailEventTests
{
    [Theory]
    [InlineData("7759", 7759L)]
    [InlineData("1048576.0", 1_048_576L)]
    [InlineData("1.0485761E7", 10_485_761L)]
    [InlineData("1.2e+3", 1200L)]
    [InlineData("0.4", 0L)]
    [InlineData("-17", -17L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e40", null)]
    [InlineData("\"7759\"", null)]
    [InlineData("{\"a\":[1]}", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    public void A_count_of_bytes_is_a_number_of_any_form(string? json, long? bytes) => Assert.Equal(bytes, Read(new TrailRecord { BytesOut = json }).BytesOut);

    [Fact]
    public void A_correction_is_about_the_request_that_it_names()
    {
        var read = Read(new TrailRecord { RequestId = "NEW", Corrects = "OLD" });
        Assert.Equal(("OLD", true), (read.RequestId, read.IsUpdate));
    }

    [Fact]
    public void A_record_that_came_late_is_no_correction()
    {
        var node = new TrailRecord { RequestId = "NEW", Corrects = "OLD" }.ToNode();
        node["addendum"]!["reason"] = "DELIVERY_DELAY";
        Assert.Equal(("NEW", false), (Read(node.ToJsonString()).RequestId, Read(node.ToJsonString()).IsUpdate));
    }

    [Fact]
    public void Resources_are_told_apart_by_their_type_wherever_they_stand()
    {
        var node = new TrailRecord().ToNode();
        var resources = node["resources"]!.AsArray();
        var moved = resources[2]!.DeepClone();
        resources.RemoveAt(2);
        resources.Insert(0, moved);
        resources.Insert(1, null);
        resources.Insert(1, "text");
        Assert.Equal(Read(new TrailRecord()), Read(node.ToJsonString()));
    }

    [Fact]
    public void Names_and_values_may_be_written_with_escapes()
    {
        var json = new TrailRecord().ToJson()
            .Replace("\"eventName\"", "\"event\\u004eame\"", StringComparison.Ordinal)
            .Replace("\"lab-member\"", "\"l\\u0061b\\u002dmember\"", StringComparison.Ordinal);
        Assert.Equal(Read(new TrailRecord()), Read(json));
    }

    [Theory]
    [InlineData("userIdentity")]
    [InlineData("resources")]
    [InlineData("requestParameters")]
    [InlineData("additionalEventData")]
    [InlineData("eventTime")]
    [InlineData("requestID")]
    public void A_member_of_another_kind_counts_as_none(string name)
    {
        foreach (var other in new[] { "null", "17", "true", "[[{}]]", "{\"arn\":{\"arn\":1}}" })
        {
            var node = new TrailRecord().ToNode();
            node[name] = System.Text.Json.Nodes.JsonNode.Parse(other);
            Assert.Equal("GetObject", Read(node.ToJsonString()).Name);
        }
    }

    [Fact]
    public void A_record_without_any_id_is_kept_as_what_it_is()
    {
        var json = new TrailRecord { RequestId = null, EventId = "not an id" }.ToJson();
        Assert.Equal(json, ReadRecord.OfFile(TrailDelivery.File([json])).Records[0].Unreadable);
        Assert.Equal(json, ReadRecord.OfSubscription(TrailDelivery.Subscription([json])).Records[0].Unreadable);
    }

    [Fact]
    public void A_message_that_is_no_record_stands_for_itself()
    {
        string[] messages = [new TrailRecord { RequestId = "A" }.ToJson(), "{\"requestID\":", "plain text", "", "[]", new TrailRecord { RequestId = "B" }.ToJson()];
        var (records, isBroken) = ReadRecord.OfSubscription(TrailDelivery.Subscription(messages));
        Assert.False(isBroken);
        Assert.Equal(["A", "", "", "", "", "B"], records.Select(record => record.RequestId));
        Assert.Equal(["", "{\"requestID\":", "plain text", " ", "[]", ""], records.Select(record => record.Unreadable));
    }

    [Fact]
    public void Messages_may_be_written_with_escapes_of_any_kind()
    {
        var record = new TrailRecord { Key = "datasets/0197c000-0000-7000-8000-000000000001/a/\\b\"\n\t\r\b\f/ü€😀\u0001" };
        var json = TrailDelivery.Subscription([record.ToJson(), record.ToJson()]);
        string[] written = [json, json.Replace("\\\"", "\\u0022", StringComparison.Ordinal)];
        foreach (var form in written) Assert.Equal([Read(record), Read(record)], ReadRecord.OfSubscription(form, 7).Records);
    }

    [Fact]
    public void A_message_that_is_no_text_is_passed_over()
    {
        foreach (var other in new[] { "null", "17", "{\"message\":{\"message\":\"x\"}}", "[\"x\"]" })
        {
            var json = $$"""{"messageType":"DATA_MESSAGE","logEvents":[{"message": {{other}},"id":"1"},{"message" : {{System.Text.Json.JsonSerializer.Serialize(new TrailRecord().ToJson())}} }]}""";
            Assert.Equal([Read(new TrailRecord())], ReadRecord.OfSubscription(json).Records);
        }
    }

    [Fact]
    public void A_control_message_has_no_records() =>
        Assert.Empty(ReadRecord.OfSubscription(TrailDelivery.Subscription(["CWL CONTROL MESSAGE: Checking health of destination"], "CONTROL_MESSAGE")).Records);

    private static ReadRecord Read(TrailRecord record) => Read(record.ToJson());

    private static ReadRecord Read(string json) => Assert.Single(ReadRecord.OfFile(TrailDelivery.File([json])).Records);
}
