using System.Net;
using System.Text;
using Shares.Local.S3Control;

namespace Shares.Provisioning.Tests.World;

/// <summary>Answers that S3 gives on other days than today.</summary>
internal static class Replies
{
    public static HttpResponseMessage Error(HttpStatusCode status, string code) => new(status)
    {
        Content = new StringContent($"<Error><Code>{code}</Code><Message>Said by S3.</Message></Error>", Encoding.UTF8, "application/xml"),
    };

    public static HttpResponseMessage Policy(string text) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            $"<GetAccessPointPolicyResult><Policy>{WebUtility.HtmlEncode(text)}</Policy></GetAccessPointPolicyResult>", Encoding.UTF8, "application/xml"),
    };

    public static HttpResponseMessage AccessPoint(AccessPoint accessPoint) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(ControlXml.Whole(accessPoint).ToString(), Encoding.UTF8, "application/xml"),
    };

    public static bool Is(this HttpRequestMessage request, HttpMethod method, string end) =>
        request.Method == method && request.RequestUri!.PathAndQuery.EndsWith(end, StringComparison.Ordinal);

    /// <summary>The first calls that match get this answer, the others go through.</summary>
    public static Func<HttpRequestMessage, HttpResponseMessage?> First(
        int count, Func<HttpRequestMessage, bool> matching, Func<HttpResponseMessage> answer)
    {
        var left = count;
        return request => matching(request) && Interlocked.Decrement(ref left) >= 0 ? answer() : null;
    }
}
