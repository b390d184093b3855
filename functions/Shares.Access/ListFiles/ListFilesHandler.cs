using Microsoft.AspNetCore.Http;
using Shares.Access.Deciding;
using Shares.Aws.Objects;
using Shares.Core.Datasets;
using Shares.Core.Enforcing;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Access.ListFiles;

/// <summary>Names and sizes of a dataset's files, also of an analyze-only one: names yes, contents no.</summary>
internal sealed class ListFilesHandler(DatasetAccess access, DatasetFiles files)
{
    public async Task<IResult> HandleAsync(ProjectRequest request, HttpContext http)
    {
        var ct = http.RequestAborted;
        var decision = await access.LocateAsync(request.Caller, request.Dataset, ct);
        if (!decision.Succeeded(out var granted, out var failure)) return Problems.From(failure);
        if (!FileWindow.Read(http.Request.Query).Succeeded(out var window, out failure)) return Problems.From(failure);

        var all = await files.ListAsync(granted.Dataset, request.Project, after: null, ct);
        var (page, total) = await ReadAsync(all, window, granted.Dataset.FileCount ?? 0, ct);
        return TypedResults.Json(new ListFilesResponse(Domain(request, granted), page, total), AccessJson.Default.ListFilesResponse);
    }

    /// <summary>
    /// S3 cannot begin at an offset, so the files before it are read past; those after the page are not read but for the first, which
    /// tells that there are more.
    /// </summary>
    private static async Task<(IReadOnlyList<FileEntry> Page, long Total)> ReadAsync(
        IAsyncEnumerable<StoredFile> all, FileWindow window, long counted, CancellationToken ct)
    {
        var page = new List<FileEntry>();
        var size = new AnswerSize();
        long seen = 0;
        await foreach (var file in all.WithCancellation(ct))
        {
            if (seen >= window.Offset)
            {
                if (page.Count == window.Limit || !size.Takes(file.Path)) return (page, Math.Max(counted, seen + 1));
                page.Add(new FileEntry(file.Path, file.Size));
            }

            seen++;
        }

        return (page, seen);
    }

    private static string Domain(ProjectRequest request, GrantedDataset granted)
    {
        var place = granted switch
        {
            { Through: null } => request.Project.Bucket,
            { Through.Share.AllowsDownloads: true } when !request.Caller.IsPipeline && granted.Alias(AccessPointKind.Download) is { } download => download,
            _ => granted.Alias(AccessPointKind.Analyze),
        };
        return place is null ? "" : $"s3://{place}/{Dataset.Prefix(granted.Dataset.Id).TrimEnd('/')}";
    }
}
