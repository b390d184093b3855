using System.Globalization;
using Shares.Local.S3.Http;

namespace Shares.Local.S3Control;

public static class ReadAccessPoints
{
    private const int MaximumResults = 1000;

    public static async Task<S3Error?> GetAsync(ControlCall call)
    {
        var accessPoint = call.Services.AccessPoints.Find(call.Name);
        if (!await call.IsAllowedAsync("s3:GetAccessPoint", accessPoint?.NetworkOrigin)) return S3Error.AccessDenied;
        return accessPoint is null ? S3Error.NoSuchAccessPoint : await call.AnswerAsync(ControlXml.Whole(accessPoint));
    }

    /// <summary>In order of names; the token is the last name of the page before.</summary>
    public static async Task<S3Error?> ListAsync(ControlCall call)
    {
        if (!await call.IsAllowedAsync("s3:ListAccessPoints", networkOrigin: null)) return S3Error.AccessDenied;
        var maximum = MaximumResults;
        if (call.Request.Single("maxResults") is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maximum) || maximum > MaximumResults))
            return new S3Error(400, "InvalidRequest", "maxResults must be between 0 and 1000.");
        var after = call.Request.Single("nextToken") ?? "";
        var rest = call.Services.AccessPoints.List(call.Request.Single("bucket"))
            .Where(accessPoint => string.CompareOrdinal(accessPoint.Name, after) > 0).ToList();
        var page = rest.Take(maximum).ToList();
        return await call.AnswerAsync(ControlXml.Page(page, page.Count > 0 && page.Count < rest.Count ? page[^1].Name : null));
    }
}
