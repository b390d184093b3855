using System.Net;
using System.Xml.Linq;

namespace Shares.Aws.Http;

/// <summary>Calls services by AWS's Query protocol: a form goes there, XML comes back.</summary>
internal static class QueryProtocol
{
    /// <param name="service">Who is asked, for failures.</param>
    /// <param name="action">What is asked, as it follows "refused to".</param>
    public static async Task<AwsResult<XElement>> SendAsync(
        HttpClient http, string service, string action, IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        using var content = new FormUrlEncodedContent(form);
        try
        {
            using var response = await http.PostAsync((Uri?)null, content, ct);
            var body = XmlAnswer.TryParse(await response.Content.ReadAsStringAsync(ct));
            if (response.StatusCode == HttpStatusCode.OK) return body is not null ? body : AwsFailure.NoAnswer(action, "the answer is incomplete.", service);
            var (code, message) = XmlAnswer.ReadError(body);
            return AwsFailure.Refused(action, code ?? $"HTTP {(int)response.StatusCode}", response.StatusCode, message, service);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return AwsFailure.NoAnswer(action, e.Message, service);
        }
    }
}
