using Microsoft.AspNetCore.WebUtilities;
using Shares.Local.S3.Http;
using Shares.Local.Signing;

namespace Shares.Local.Aws;

/// <summary>The parameters of a request by AWS's query protocol: a form, or in the query.</summary>
public static class QueryForm
{
    /// <summary>The longest request of the services here, a message of SNS with its escapes.</summary>
    private const int Maximum = 1024 * 1024;

    /// <returns><see langword="null"/> when it is too large or says a parameter twice.</returns>
    public static async Task<Dictionary<string, string>?> ReadAsync(HttpContext http)
    {
        if (await TextBody.ReadAsync(http.Request, Maximum, http.RequestAborted) is not { } body) return null;
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, values) in QueryHelpers.ParseQuery(body))
        {
            if (values.Count != 1) return null;
            form[key] = values.ToString();
        }

        foreach (var (key, value) in RequestTarget.Of(http).Query)
        {
            if (!form.TryAdd(key, value)) return null;
        }

        return form;
    }
}
