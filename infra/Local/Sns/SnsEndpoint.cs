using System.Text;
using Shares.Local.Aws;
using Shares.Local.Policies;

namespace Shares.Local.Sns;

/// <summary>SNS by the query protocol: Publish to a topic. Nobody subscribes here; see <see cref="Notifications"/>.</summary>
public sealed class SnsEndpoint(Notifications notifications, ActionAuthorizer authorizer, TimeProvider time)
{
    private const string Allowed = "sns:Publish";
    private const int LongestMessage = 256 * 1024;
    private const int LongestSubject = 100;
    private static readonly QueryXml Xml = new("http://sns.amazonaws.com/doc/2010-03-31/");

    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        var form = await QueryForm.ReadAsync(http);
        var topic = form?.GetValueOrDefault("TopicArn") ?? "";
        if (form?.GetValueOrDefault("Action") != "Publish")
            await Xml.WriteErrorAsync(http, 400, "InvalidAction", "Could not find operation for the given action and version.");
        else if (!await authorizer.IsAllowedAsync(caller, Allowed, topic.Length > 0 ? topic : "*", http.RequestAborted))
            await Xml.WriteErrorAsync(http, 403, "AuthorizationError", ActionAuthorizer.Refusal(caller, Allowed, topic));
        else if (!notifications.HasTopic(topic))
            await Xml.WriteErrorAsync(http, 404, "NotFound", "Topic does not exist");
        else if (Read(form, topic) is not { } notification)
            await Xml.WriteErrorAsync(http, 400, "InvalidParameter", "Invalid parameter: message or subject is empty or too long");
        else
        {
            notifications.Add(notification);
            await Xml.WriteAsync(http, "Publish", Xml.Element("MessageId", notification.MessageId));
        }
    }

    private Notification? Read(Dictionary<string, string> form, string topic)
    {
        var (message, subject) = (form.GetValueOrDefault("Message") ?? "", form.GetValueOrDefault("Subject"));
        var isValid = message.Length > 0 && Encoding.UTF8.GetByteCount(message) <= LongestMessage
            // Goes into the header of a mail.
            && (subject is null || (subject.Length is > 0 and <= LongestSubject && subject.All(sign => sign is >= ' ' and < '\x7f')));
        var now = time.GetUtcNow();
        return isValid ? new(Guid.CreateVersion7(now).ToString(), now, topic, subject, message) : null;
    }
}
