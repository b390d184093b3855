using System.Xml.Linq;
using Shares.Local.S3.Http;

namespace Shares.Local.S3.Objects;

/// <summary>Deletes up to 1,000 keys, each with a permission of its own.</summary>
public static class DeleteObjects
{
    private const int MaximumKeys = 1000;

    public static async Task<S3Error?> RunAsync(S3Call call)
    {
        var document = await AwsXml.ReadAsync(call.Http.Request, call.Aborted);
        var keys = document?.Children("Object").Select(element => element.Value("Key") ?? "").ToList() ?? [];
        if (keys.Count is 0 or > MaximumKeys || keys.Contains("")) return S3Error.MalformedXml;
        var isQuiet = document!.Value("Quiet") == "true";
        var result = new XElement(AwsXml.S3 + "DeleteResult");
        foreach (var key in keys)
        {
            var isAllowed = await call.IsAllowedAsync("s3:DeleteObject", key);
            if (isAllowed) call.Store.Remove(call.Bucket!, key);
            if (!isAllowed) result.Add(Refused(key, S3Error.AccessDenied));
            else if (!isQuiet) result.Add(new XElement(AwsXml.S3 + "Deleted", Element("Key", key)));
        }

        await AwsXml.WriteAsync(call.Http.Response, 200, result, call.Aborted);
        return null;
    }

    private static XElement Refused(string key, S3Error error) =>
        new(AwsXml.S3 + "Error", Element("Key", key), Element("Code", error.Code), Element("Message", error.Message));

    private static XElement Element(string name, string value) => new(AwsXml.S3 + name, value);
}
