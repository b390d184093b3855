using Shares.Access.CompleteDataset;
using Shares.Access.ListFiles;
using Shares.Access.PresignFiles;
using Shares.Core.Failures;
using Shares.Web.OpenApi;

namespace Shares.Access.OpenApi;

internal static class FileOperations
{
    public static readonly OperationGroup Group = new("Files", "Files of datasets.",
    [
        new("GET /projects/{project}/datasets/{dataset}/files", "listFiles", "Names and sizes of a dataset's files")
        {
            Description = "Of an analyze-only dataset as well: names yes, contents no.",
            Query =
            [
                new("fileOffset", "How many files to pass over.", Shape.Integer(0, int.MaxValue).Or("0")),
                new("fileLimit", $"More than {FileWindow.MaxLimit} gives {FileWindow.MaxLimit}.", Shape.Integer(1, int.MaxValue).Or($"{FileWindow.MaxLimit}")),
            ],
            Answer = typeof(ListFilesResponse),
            Traits = Traits.Cirro,
        },
        new("POST /projects/{project}/datasets/{dataset}/files:presign", "presignFiles", "URLs that read files")
        {
            Description = "Either `paths` or `all`. A URL of a file that is not there answers 403, as one that may not be read.",
            Request = typeof(PresignFilesRequest),
            Example = """{"paths": ["data/reads.fastq"], "expiresInSeconds": 300}""",
            Answer = typeof(PresignFilesResponse),
            Traits = Traits.Idempotent | Traits.RateLimited,
            Fails =
            [
                ErrorCode.BadPageToken, ErrorCode.ShareIsAnalyzeOnly, ErrorCode.DownloadsSuspended, ErrorCode.NotReady, ErrorCode.Conflict,
            ],
        },
        new("POST /projects/{project}/datasets/{dataset}:complete", "completeDataset", "Ends the upload of an own dataset")
        {
            Description = "Counts the files and makes it COMPLETED; from then on shares can hold it, and it takes no more uploads. Repeating it changes nothing.",
            Answer = typeof(CompleteDatasetResponse),
            Traits = Traits.Idempotent,
            Fails = [ErrorCode.ValidationFailed, ErrorCode.Conflict, ErrorCode.NotReady],
        },
    ]);
}
