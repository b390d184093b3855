using System.Net;
using Amazon.Runtime;

namespace Shares.Local.Tests.Aws;

/// <summary>What a client of AWS sees of a request.</summary>
public static class Refusal
{
    /// <returns>The error code of the service, or <c>OK</c>.</returns>
    public static async Task<string> CodeOf(Func<Task> request)
    {
        try
        {
            await request();
            return "OK";
        }
        catch (AmazonServiceException exception)
        {
            return exception.ErrorCode;
        }
    }

    /// <returns>Status and code, such as <c>403 AccessDenied</c>, or the status alone when the answer is no error.</returns>
    public static async Task<string> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var start = body.IndexOf("<Code>", StringComparison.Ordinal);
        var status = (int)response.StatusCode;
        return response.StatusCode < HttpStatusCode.BadRequest || start < 0 ? $"{status}" : $"{status} {body[(start + 6)..].Split('<')[0]}";
    }
}
