using Shares.Api.Datasets;
using Shares.Api.ListKeywords;
using Shares.Api.ListSubscriptions;
using Shares.Api.PreviewShare;
using Shares.Api.Sharing;
using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Sharing;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class ShareOperations
{
    private const string Input = """
        {"name": "T cells", "description": "For repertoire analyses", "conditions": [{"field": "TAG", "value": "t-cells"}], "sharedProjectIds": ["0197e000-0000-7000-8000-0000000000b1"], "isViewRestricted": true}
        """;

    public static readonly OperationGroup Group = new("Shares", "What a project publishes, has subscribed to, and could subscribe to.",
    [
        new("GET /projects/{project}/shares", "listShares", "Shares that the project publishes or has subscribed to")
        {
            Query = [new("type", "Which of them.", Types.Or("\"PUBLISHER,SUBSCRIBER\"")), .. Filters],
            Answer = typeof(ShareAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("GET /keywords", "listKeywords", "Keywords of shares in use, by letter")
        {
            Query = [new("prefix", "What they begin with, in any case.", Shape.Text(0, TextRule.Keyword.MaxLength))],
            Answer = typeof(KeywordAnswer),
            Traits = Traits.PagedByHeader,
        },
        new("POST /projects/{project}/shares", "createShare", "Publishes a share")
        {
            Request = typeof(ShareInput),
            Example = Input,
            Status = 201,
            Answer = typeof(CreateResponse),
            Traits = Traits.Cirro | Traits.Idempotent,
            Fails = [ErrorCode.SharingDisabled],
        },
        new("POST /projects/{project}/shares:preview", "previewShare", "What a share would hold and cost, before it is saved")
        {
            Description = "Takes what creating and replacing take; only the name may be missing. With `nextToken` the answer has the next datasets alone.",
            Request = typeof(PreviewRequest),
            Example = Input,
            Answer = typeof(PreviewAnswer),
            Traits = Traits.Idempotent | Traits.RateLimited,
            Fails = [ErrorCode.SharingDisabled, ErrorCode.BadPageToken],
        },
        new("GET /projects/{project}/shares/discover", "discoverShares", "Shares that are offered to the project and not accepted yet")
        {
            Query = Filters,
            Answer = typeof(ShareAnswer),
            Traits = Traits.Cirro | Traits.PagedByHeader,
        },
        new("GET /projects/{project}/shares/{share}", "getShare", "One share")
        {
            Answer = typeof(ShareDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned,
        },
        new("PUT /projects/{project}/shares/{share}", "updateShare", "Replaces a share; by its publisher only")
        {
            Description = "New requests follow it at once; `enforcement` tells when storage does.",
            Request = typeof(ShareInput),
            Example = Input,
            Answer = typeof(ShareDetailAnswer),
            Traits = Traits.Cirro | Traits.Versioned | Traits.Conditional,
        },
        new("DELETE /projects/{project}/shares/{share}", "deleteShare", "Deletes a share; by its publisher only")
        {
            Description = "Nobody gets new access through it, and its access points go.",
            Traits = Traits.Cirro | Traits.Conditional,
        },
        new("PUT /projects/{project}/shares/{share}:subscribe", "subscribeShare", "Accepts a share that is offered")
        {
            Description = "Its datasets appear among the project's own. Repeating it changes nothing.",
            Traits = Traits.Cirro,
            Fails = [ErrorCode.ValidationFailed],
        },
        new("PUT /projects/{project}/shares/{share}:unsubscribe", "unsubscribeShare", "Gives a share back")
        {
            Description = "It is available again, and gives no access. Repeating it changes nothing.",
            Traits = Traits.Cirro,
            Fails = [ErrorCode.ValidationFailed],
        },
        new("GET /projects/{project}/shares/{share}/datasets", "listShareDatasets", "What a share holds now")
        {
            Description = "For a project that it is offered to as well.",
            Answer = typeof(DatasetAnswer),
            Traits = Traits.Cirro | Traits.Paged,
        },
        new("GET /projects/{project}/shares/{share}/subscriptions", "listSubscriptions", "Who has accepted a share, and who could; for its publisher")
        {
            Answer = typeof(SubscriptionAnswer),
            Traits = Traits.PagedByHeader,
        },
    ]);

    private static Shape Types => Shape.SomeOf(ContractName.All<ShareType>());

    private static QueryParameter[] Filters =>
    [
        new("text", "Part of the name or description, in any case.", Shape.String),
        new("keyword", "A keyword, exactly.", Shape.String),
        new("classificationId", "A classification, exactly.", Shape.String),
        new("publisher", "The project that publishes.", Shape.Uuid),
        new("createdFrom", "Created at this moment or later.", Shape.Time),
        new("createdTo", "Created before this moment.", Shape.Time),
        new("sort", "What to sort by.", Shape.OneOf("name", "createdAt", "updatedAt", "type").Or("\"name\"")),
        new("order", "Ascending or descending.", Shape.OneOf("asc", "desc").Or("\"asc\"")),
    ];
}
