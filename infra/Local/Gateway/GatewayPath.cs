using System.Text;
using Shares.Local.Signing;

namespace Shares.Local.Gateway;

/// <summary>
/// The path as an HTTP API routes and passes it on: decoded once, <c>%2F</c> too, dot segments kept, and cut at a decoded question mark.
/// So it was seen on AWS: honojs/hono issue 2156, aws/aws-lambda-dotnet pull request 1901, hotsock/voker pull request 8.
/// </summary>
/// <param name="RawQuery">Still encoded, without the question mark.</param>
internal sealed record GatewayPath(string Decoded, string RawQuery)
{
    public static GatewayPath Of(string rawTarget)
    {
        var mark = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? rawTarget : rawTarget[..mark];
        var decoded = Encoding.UTF8.GetString(UriEncoding.Decode(path));
        var cut = decoded.IndexOf('?', StringComparison.Ordinal);
        return new(cut < 0 ? decoded : decoded[..cut], mark < 0 ? "" : rawTarget[(mark + 1)..]);
    }
}
