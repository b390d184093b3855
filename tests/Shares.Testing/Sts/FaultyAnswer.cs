using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Shares.Testing.Sts;

/// <summary>What an SDK sees of a fault.</summary>
internal static class FaultyAnswer
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(-2);

    /// <param name="ask">Asks STS.</param>
    public static async Task<HttpResponseMessage> ToAsync(StsFault fault, Func<Task<HttpResponseMessage>> ask) => fault switch
    {
        StsFault.Throttled => Error(HttpStatusCode.BadRequest, "Throttling"),
        StsFault.ServerError => Error(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"),
        StsFault.Refused => Error(HttpStatusCode.Forbidden, "AccessDenied"),
        StsFault.SignatureTooOld => Error(HttpStatusCode.Forbidden, "SignatureDoesNotMatch"),
        StsFault.TooManyTags => Error(HttpStatusCode.BadRequest, "PackedPolicyTooLarge"),
        StsFault.NotReached => throw new HttpRequestException("Connection refused."),
        StsFault.NotXml => Text("<html><body>Bad gateway<br></body>"),
        StsFault.AnswerLost => await Lost(ask, new HttpRequestException("The connection was lost.")),
        StsFault.TimedOut => await Lost(ask, new TaskCanceledException("The time is over.")),
        StsFault.Truncated => await Changed(ask, text => text[..(text.Length / 2)]),
        StsFault.NoCredentials => await Without(ask, "Credentials"),
        StsFault.NoToken => await Without(ask, "SessionToken"),
        StsFault.NoEnd => await Without(ask, "Expiration"),
        StsFault.ClockAhead => await Later(ask, Ahead),
        _ => await Later(ask, Behind),
    };

    /// <summary>The answer of a STS whose clock goes wrong by that much, as far as the answer shows.</summary>
    public static Task<HttpResponseMessage> Later(Func<Task<HttpResponseMessage>> ask, TimeSpan by) => Changed(ask, text => Edited(text, "Expiration", end =>
        end.Value = DateTimeOffset.Parse(end.Value, CultureInfo.InvariantCulture).Add(by).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    private static Task<HttpResponseMessage> Without(Func<Task<HttpResponseMessage>> ask, string element) =>
        Changed(ask, text => Edited(text, element, found => found.Remove()));

    private static string Edited(string text, string element, Action<XElement> edit)
    {
        var answer = XElement.Parse(text);
        edit(answer.Descendants().Single(found => found.Name.LocalName == element));
        return answer.ToString();
    }

    private static async Task<HttpResponseMessage> Changed(Func<Task<HttpResponseMessage>> ask, Func<string, string> change)
    {
        using var answer = await ask();
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? Text(change(text)) : throw new InvalidOperationException($"STS refused what was to go wrong: {text}");
    }

    private static async Task<HttpResponseMessage> Lost(Func<Task<HttpResponseMessage>> ask, Exception loss)
    {
        (await ask()).Dispose();
        throw loss;
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string code) => Text(
        $"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>Said by STS.</Message></Error></ErrorResponse>",
        status);

    private static HttpResponseMessage Text(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "text/xml") };
}
