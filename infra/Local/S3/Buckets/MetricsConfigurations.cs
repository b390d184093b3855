using System.Xml.Linq;
using Shares.Local.S3.Http;
using Shares.Local.S3.Storage;

namespace Shares.Local.S3.Buckets;

/// <summary>
/// Request metrics of a bucket, one configuration an id: kept and answered as they were put. What they measure is in
/// <see cref="Transfers.TransferLog"/>.
/// </summary>
public static class MetricsConfigurations
{
    public const string Root = "MetricsConfiguration";
    public const int Maximum = 1000;
    private const string Prefix = "metrics/";
    private const int PageSize = 100;

    /// <summary>GetBucketMetricsConfiguration with an id, ListBucketMetricsConfigurations without.</summary>
    public static async Task<S3Error?> GetAsync(S3Call call)
    {
        if (call.Request.Single("id") is not { } id)
        {
            await ListAsync(call);
            return null;
        }

        if (!call.Bucket!.Info.Settings.TryGetValue(Prefix + id, out var text)) return S3Error.NoSuchConfiguration;
        await AwsXml.WriteAsync(call.Http.Response, 200, XElement.Parse(text), call.Aborted);
        return null;
    }

    public static async Task<S3Error?> PutAsync(S3Call call)
    {
        if (call.Request.Single("id") is not { Length: >= 1 and <= 64 } id) return S3Error.InvalidArgument("The id has 1 to 64 characters.");
        if (await AwsXml.ReadAsync(call.Http.Request, call.Aborted) is not { } document || document.Name.LocalName != Root) return S3Error.MalformedXml;
        if (document.Value("Id") != id) return S3Error.InvalidArgument("The id in the document is another than that of the request.");
        var isFull = false;
        call.Bucket!.Update(info =>
        {
            isFull = !info.Settings.ContainsKey(Prefix + id) && info.Settings.Keys.Count(IsOne) >= Maximum;
            return isFull ? info : info with { Settings = new Dictionary<string, string>(info.Settings) { [Prefix + id] = document.ToString(SaveOptions.DisableFormatting) } };
        });
        return isFull ? S3Error.TooManyConfigurations : null;
    }

    public static Task<S3Error?> DeleteAsync(S3Call call)
    {
        var id = call.Request.Single("id") ?? "";
        var wasThere = false;
        call.Bucket!.Update(info =>
        {
            var settings = new Dictionary<string, string>(info.Settings);
            wasThere = settings.Remove(Prefix + id);
            return info with { Settings = settings };
        });
        if (wasThere) call.Http.Response.StatusCode = 204;
        return Task.FromResult(wasThere ? null : S3Error.NoSuchConfiguration);
    }

    /// <returns>ARN of the access point whose requests a configuration measures; null when there is none, or it measures something else.</returns>
    public static string? AccessPointOf(BucketInfo bucket, string id) =>
        bucket.Settings.TryGetValue(Prefix + id, out var text)
            ? XElement.Parse(text).Children("Filter").SelectMany(filter => filter.Descendants())
                .FirstOrDefault(part => part.Name.LocalName == "AccessPointArn")?.Value
            : null;

    private static Task ListAsync(S3Call call)
    {
        var after = call.Request.Single("continuation-token") ?? "";
        var page = call.Bucket!.Info.Settings.Where(setting => IsOne(setting.Key) && string.CompareOrdinal(setting.Key, after) > 0)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal).Take(PageSize + 1).ToList();
        var isTruncated = page.Count > PageSize;
        return AwsXml.WriteAsync(call.Http.Response, 200, new XElement(AwsXml.S3 + "ListMetricsConfigurationsResult",
            page.Take(PageSize).Select(setting => XElement.Parse(setting.Value)),
            new XElement(AwsXml.S3 + "IsTruncated", isTruncated),
            isTruncated ? new XElement(AwsXml.S3 + "NextContinuationToken", page[PageSize - 1].Key) : null), call.Aborted);
    }

    private static bool IsOne(string setting) => setting.StartsWith(Prefix, StringComparison.Ordinal);
}
