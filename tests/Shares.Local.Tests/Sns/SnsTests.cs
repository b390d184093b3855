using Shares.Local.Sns;
using Shares.Local.Tests.Aws;

namespace Shares.Local.Tests.Sns;

public sealed class SnsTests : IClassFixture<LocalAwsHost>
{
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:shares-egress";
    private readonly LocalAwsHost _aws;

    public SnsTests(LocalAwsHost aws)
    {
        _aws = aws;
        aws.Service<Notifications>().AddTopic(Topic);
    }

    [Fact]
    public async Task What_is_published_is_kept_and_has_an_id()
    {
        var answer = await PublishAsync(Topic, ("Subject", "Limit"), ("Message", "80 % & more"));
        var id = Assert.Single(answer.All("MessageId"));
        Assert.Contains(_aws.Service<Notifications>().All, kept => (kept.MessageId, kept.TopicArn, kept.Subject, kept.Message) == (id, Topic, "Limit", "80 % & more"));
    }

    [Theory]
    [InlineData("arn:aws:sns:us-east-1:111122223333:other", "Limit", "hello", "NotFound")]
    [InlineData(Topic, "Limit", "", "InvalidParameter")]
    [InlineData(Topic, "two\nlines", "hello", "InvalidParameter")]
    public async Task What_SNS_would_not_take_is_refused(string topic, string subject, string message, string code) =>
        Assert.Equal([code], (await PublishAsync(topic, ("Subject", subject), ("Message", message))).All("Code"));

    [Fact]
    public async Task Only_who_may_publishes_to_a_topic()
    {
        var other = _aws.Session("publisher", """[{"Effect":"Allow","Action":"sns:Publish","Resource":"arn:aws:sns:us-east-1:111122223333:other"}]""");
        Assert.Equal(["AuthorizationError"], (await _aws.QueryAsync(other, "sns", ("Action", "Publish"), ("TopicArn", Topic), ("Message", "hello"))).All("Code"));
    }

    private Task<System.Xml.Linq.XElement> PublishAsync(string topic, params (string, string)[] more) =>
        _aws.QueryAsync(_aws.Admin, "sns", [("Action", "Publish"), ("Version", "2010-03-31"), ("TopicArn", topic), .. more]);
}
