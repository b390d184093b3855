using Shares.Access.VendPipelineToken;
using Shares.Access.VendStorageToken;
using Shares.Core.Failures;
using Shares.Web.OpenApi;

namespace Shares.Access.OpenApi;

internal static class CredentialOperations
{
    public static readonly OperationGroup Group = new("Credentials", "Sessions of AWS that read or write files.",
    [
        new("POST /projects/{project}/s3-token", "createStorageToken", "Credentials for a person's own tools")
        {
            Description = """
                PROJECT_DOWNLOAD reads the project's own datasets. SHARED_DATASET_DOWNLOAD reads one dataset through a share that allows downloads.
                DATASET_UPLOAD writes the files of one own dataset, and takes the role OWNER, ADMIN or CONTRIBUTOR.
                """,
            Request = typeof(StorageTokenRequest),
            Example = """{"accessType": "DATASET_UPLOAD", "datasetId": "0197e000-0000-7000-8000-0000000000d1"}""",
            Answer = typeof(CredentialsResponse),
            Traits = Traits.Cirro | Traits.Idempotent,
            Fails = [ErrorCode.ShareIsAnalyzeOnly, ErrorCode.DownloadsSuspended, ErrorCode.NotReady, ErrorCode.Conflict],
        },
        new("POST /projects/{project}/pipeline-token", "createPipelineToken", "Credentials for one run of a pipeline")
        {
            Description = "They read the run's inputs, own and shared, from inside the pipelines' VPC, and write the project's own bucket. All inputs, or none when one is refused.",
            Request = typeof(PipelineTokenRequest),
            Example = """{"executionId": "0197e000-0000-7000-8000-000000000042", "datasetIds": ["0197e000-0000-7000-8000-0000000000d1"]}""",
            Answer = typeof(PipelineTokenResponse),
            Traits = Traits.Idempotent,
            Fails = [ErrorCode.NotReady, ErrorCode.Conflict],
        },
    ]);
}
