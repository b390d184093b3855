using Shares.Api.Datasets;
using Shares.Api.ExplainAccess;
using Shares.Api.ListFacets;
using Shares.Api.RegisterDataset;
using Shares.Api.UpdateDataset;
using Shares.Core;
using Shares.Core.Access;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class DatasetOperations
{
    public static readonly OperationGroup Group = new("Datasets", "Own datasets, and those received through shares.",
    [
        new("GET /projects/{project}/datasets", "listDatasets", "Own datasets and those of subscribed shares")
        {
            Description = "A page can be shorter than `limit`, even empty, while more follows. A filter without a value leaves nothing out.",
            Query =
            [
                new("share", "Only what this share brings.", Shape.Uuid),
                new("source", "Only own, or only received datasets.", Shape.OneOf("own", "shared")),
                new("text", "Part of the name or description, in any case.", Shape.String),
                new("tag", "A tag, exactly.", Shape.Text(0, TextRule.Tag.MaxLength)),
                new("createdBy", "The creator, exactly.", Shape.Text(0, TextRule.UserId.MaxLength)),
                new("processId", "The data type, exactly.", Shape.Text(0, TextRule.ProcessId.MaxLength)),
                new("keyword", "A keyword of the share that brings it, exactly.", Shape.String),
                new("classificationId", "A classification of the share that brings it, exactly.", Shape.String),
            ],
            Answer = typeof(DatasetAnswer),
            Traits = Traits.Cirro | Traits.Paged,
        },
        new("GET /projects/{project}/facets", "listFacets", "Tags, creators and data types of the own datasets, with counts")
        {
            Answer = typeof(FacetsAnswer),
        },
        new("POST /projects/{project}/datasets/upload", "registerDataset", "Registers a dataset, to upload its files next")
        {
            Description = "Its files go to `uploadPath`, with credentials for DATASET_UPLOAD. It is PENDING, and in no share, until the upload is completed.",
            Request = typeof(RegisterDatasetRequest),
            Example = """{"name": "T cells, run 7", "processId": "paired_rnaseq", "expectedFiles": ["reads.fastq"], "tags": [{"value": "t-cells"}]}""",
            Status = 201,
            Answer = typeof(RegisterDatasetAnswer),
            Traits = Traits.Cirro | Traits.Idempotent,
        },
        new("GET /projects/{project}/datasets/{dataset}", "getDataset", "One dataset")
        {
            Answer = typeof(DatasetDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned,
        },
        new("PUT /projects/{project}/datasets/{dataset}", "updateDataset", "Replaces what people say of an own dataset")
        {
            Description = "With its tags and data type it enters and leaves shares, at once.",
            Request = typeof(UpdateDatasetRequest),
            Example = """{"name": "T cells, run 7", "description": "", "processId": "paired_rnaseq", "tags": [{"value": "t-cells"}]}""",
            Answer = typeof(DatasetDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned | Traits.Conditional,
        },
        new("DELETE /projects/{project}/datasets/{dataset}", "deleteDataset", "Deletes an own dataset")
        {
            Description = "It leaves all lists and shares at once. Its files stay in the project's bucket.",
            Status = 202,
            Traits = Traits.Cirro | Traits.Conditional,
        },
        new("GET /projects/{project}/datasets/{dataset}/access", "explainAccess", "Why a project, or somebody in it, gets at an own dataset or does not")
        {
            Description = "Every rule that was tried, in order, and what storage does with what is handed out. Of projects that nothing is shared with nothing is told, not even whether they exist.",
            Query =
            [
                new("projectId", "The project that is asked about.", Shape.Uuid, IsRequired: true),
                new("userId", "Somebody in it; any member when left out.", Shape.Text(0, TextRule.UserId.MaxLength)),
                new("purpose", "What for.", Shape.OneOf<Purpose>(), IsRequired: true),
                new("executionId", "One run of its pipeline, with ANALYZE; any when left out.", Shape.Uuid),
            ],
            Answer = typeof(AccessAnswer),
        },
    ]);
}
