using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shares.Access.Deciding;
using Shares.Access.Sessions;
using Shares.Core.Access;
using Shares.Core.Enforcing;
using Shares.Core.Failures;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Paging;

namespace Shares.Access.PresignFiles;

/// <summary>
/// URLs that read files of one dataset. Whether a file that is named exists is not asked: storage answers 403 to its URL, as to one that
/// may not be read. With <c>all</c>, files whose names no URL carries safely (see <see cref="FilePath"/>) are left out.
/// </summary>
internal sealed partial class PresignFilesHandler(
    DatasetAccess access,
    DatasetFiles files,
    DownloadSessions sessions,
    GrantLog grants,
    AccessSettings settings,
    TimeProvider time,
    ILogger<PresignFilesHandler> logger)
{
    /// <summary>Escapes only what JSON requires: every URL has ampersands, and escaping them costs more than signing.</summary>
    private static readonly JsonTypeInfo<PresignFilesResponse> Answer =
        new AccessJson(new(AccessJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).PresignFilesResponse;

    private static readonly Failure TooMany = Failure.Invalid("paths", "are so long that their URLs do not fit into one answer; ask for fewer");

    public async Task<IResult> HandleAsync(ProjectRequest request, HttpContext http)
    {
        var ct = http.RequestAborted;
        // First of all, so that mistakes in a request tell nothing of datasets that are not the caller's to see.
        var decision = await access.DecideAsync(request.Caller, request.Dataset, Purpose.Download, ct);
        if (!decision.Succeeded(out var granted, out var failure)) return Problems.From(failure);
        var body = await JsonBody.ReadAsync(http, AccessJson.Default.PresignFilesRequest);
        if (!body.Succeeded(out var wanted, out failure)) return Problems.From(failure);
        if (wanted.Validate(request.Dataset.Id) is { } invalid) return Problems.From(invalid);
        string? after = null;
        if (wanted.NextToken is { Length: > 0 } token && !PageToken.Read(http.Request, token).Succeeded(out after, out failure)) return Problems.From(failure);
        var session = await sessions.ForSigningAsync(request.Caller, request.UserId, granted, ct);
        if (!session.Succeeded(out var credentials, out failure)) return Problems.From(failure);

        var paths = wanted.Paths is { } named ? named.Select(path => path!).ToAsyncEnumerable() : AllAsync(request, granted, after, ct);
        var bucket = granted.Through is null ? request.Project.Bucket : granted.Alias(AccessPointKind.Download)!;
        var end = granted.SessionEnd(credentials.ExpiresAt);
        var signer = new UrlSigner(settings.S3, credentials, bucket, granted.Dataset.Id, wanted.Life, end, time);
        var (urls, last) = await signer.SignAsync(paths, wanted.PageLimit, ct);
        if (last is not null && wanted.Paths is not null) return Problems.From(TooMany);
        if (urls.Count > 0) await grants.FilesPresignedAsync(request, granted, urls.Count, ct);
        LogSigned(urls.Count, granted.Dataset.Id.ToString(), granted.Through?.Share.Id.ToString() ?? "none", request.Project.Id.ToString());
        return TypedResults.Json(new PresignFilesResponse(urls, PageRequest.NextToken(http.Request, last)), Answer);
    }

    private async IAsyncEnumerable<string> AllAsync(
        ProjectRequest request, GrantedDataset granted, string? after, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var file in await files.ListAsync(granted.Dataset, request.Project, after, ct))
        {
            if (FilePath.Refuse(file.Path, granted.Dataset.Id) is null) yield return file.Path;
        }
    }

    [LoggerMessage(212, LogLevel.Information, "Signed {urls} URLs of dataset {dataset}, share {share}, for project {project}")]
    private partial void LogSigned(int urls, string dataset, string share, string project);
}
