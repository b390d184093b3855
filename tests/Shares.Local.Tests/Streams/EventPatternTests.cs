using System.Text.Json.Nodes;
using Shares.Local.Streams;
using Shares.Local.Tests.Template;

namespace Shares.Local.Tests.Streams;

public sealed class EventPatternTests
{
    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"xy"}""", false)]
    [InlineData("""{"a":["x"]}""", "{}", false)]
    [InlineData("""{"a":[1]}""", """{"a":1}""", true)]
    [InlineData("""{"a":[{"prefix":"x"}]}""", """{"a":"xy"}""", true)]
    [InlineData("""{"a":[{"prefix":"x"}]}""", """{"a":"yx"}""", false)]
    [InlineData("""{"a":[{"suffix":"x"}]}""", """{"a":"yx"}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", "{}", true)]
    [InlineData("""{"a":[{"exists":true}]}""", "{}", false)]
    [InlineData("""{"a":[{"anything-but":["x"]}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[{"anything-but":["x"]}]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":{"b":["x"]},"c":["z"]}""", """{"a":{"b":"x"},"c":"z"}""", true)]
    [InlineData("""{"a":{"b":["x"]},"c":["z"]}""", """{"a":{"b":"x"}}""", false)]
    public void A_record_matches_when_every_field_has_one_of_its_values(string pattern, string record, bool matches) =>
        Assert.Equal(matches, Pattern(pattern).Matches(JsonNode.Parse(record)!.AsObject()));

    [Theory]
    [InlineData("""{"a":[{"numeric":["=",1]}]}""")]
    [InlineData("""{"a":"x"}""")]
    public void What_is_not_understood_is_refused_rather_than_ignored(string pattern) =>
        Assert.Throws<NotSupportedException>(() => Pattern(pattern));

    [Theory]
    [InlineData("INSERT", "SHARE#1", "META", true)]
    [InlineData("INSERT", "SHARE#1", "ENFORCEMENT#REVOKE#2", true)]
    [InlineData("MODIFY", "SHARE#1", "ENFORCEMENT", false)]
    [InlineData("INSERT", "SHARE#1", "SUBSCRIBER#2", false)]
    [InlineData("MODIFY", "PROJECT#1", "META", true)]
    [InlineData("REMOVE", "PROJECT#1", "MEMBER#ada", true)]
    [InlineData("MODIFY", "PROJECT#1", "MEMBER#ada", false)]
    [InlineData("MODIFY", "DATASET#1", "META", true)]
    [InlineData("INSERT", "DATASET#1", "META", false)]
    public void The_filters_of_the_template_pass_what_decides_about_storage(string change, string partitionKey, string sortKey, bool passes)
    {
        var source = RealTemplate.Load().Function("ProvisioningFunction").EventSources.Single();
        var keys = new JsonObject { ["PK"] = new JsonObject { ["S"] = partitionKey }, ["SK"] = new JsonObject { ["S"] = sortKey } };
        var before = new JsonObject { ["Status"] = new JsonObject { ["S"] = "COMPLETED" } };
        var record = new JsonObject { ["eventName"] = change, ["dynamodb"] = new JsonObject { ["Keys"] = keys, ["OldImage"] = before } };
        Assert.Equal(passes, source.Filters.Any(filter => new EventPattern(filter).Matches(record)));
    }

    private static EventPattern Pattern(string json) => new(JsonNode.Parse(json)!);
}
