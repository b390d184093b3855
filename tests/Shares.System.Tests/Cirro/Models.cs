using static Shares.SystemTests.Cirro.Kinds;

namespace Shares.SystemTests.Cirro;

/// <summary>What Cirro's clients read from each answer: names, types and values, as their published models have them.</summary>
internal static class Models
{
    private static readonly Kind Status = OneOf(
        "ARCHIVED", "COMPLETED", "DELETE", "DELETED", "DELETING", "FAILED", "PENDING", "RUNNING", "STARTING", "STOPPING", "SUSPENDED");

    private static readonly Kind Role = OneOf("OWNER", "ADMIN", "CONTRIBUTOR", "COLLABORATOR", "NONE");

    private static readonly Model Tag = new(("value", Text));
    private static readonly Model NamedItem = new(("id", Text), ("name", Text));
    private static readonly Model Contact = new(("name", Text), ("organization", Text), ("email", Text), ("phone", Text));
    private static readonly Model ErrorMessage = new(("message", Text));

    private static readonly Model Condition = new(("field", OneOf("TAG", "CREATED_BY", "PROCESS_ID", "DATASET_ID")), ("value", Text));

    private static readonly Model FileEntry = new(
        ("path?", Text), ("size?", Whole), ("metadata?", MapOf(Text)));

    public static readonly Model Error = new(
        ("statusCode", Whole), ("errorCode", Text), ("errorDetail", Text), ("errors", ListOf(Like(ErrorMessage))));

    public static readonly Model CreateResponse = new(("id", Text), ("message", Text));

    public static readonly Model UploadResponse = new(("id", Text), ("message", Text), ("uploadPath", Text), ("bucket", Text));

    public static readonly Model Project = new(
        ("id", Text), ("name", Text), ("description", Text), ("status", Status), ("tags", ListOf(Like(Tag))), ("organization", Text),
        ("classificationIds", ListOf(Text)), ("billingAccountId", Text));

    public static readonly Model ProjectDetail = new(
        ("id", Text), ("name", Text), ("description", Text), ("billingAccountId", Text), ("contacts", ListOf(Like(Contact))),
        ("organization", Text), ("status", Status), ("settings", Like(Settings)), ("account", Like(Account)),
        ("statusMessage", Text), ("tags", ListOf(Like(Tag))), ("classificationIds", ListOf(Text)),
        ("createdBy", Text), ("createdAt", Time), ("updatedAt", Time), ("deployedAt?", OrNull(Time)));

    public static readonly Model ProjectUser = new(
        ("name", Text), ("username", Text), ("organization", Text), ("department", Text), ("email", Text), ("jobTitle", Text), ("role", Role));

    public static readonly Model Dataset = new(
        ("id", Text), ("name", Text), ("projectId", Text), ("processId", Text), ("sourceDatasetIds", ListOf(Text)), ("status", Status),
        ("tags", ListOf(Like(Tag))), ("createdBy", Text), ("createdAt", Time), ("updatedAt", Time), ("description?", Text));

    public static readonly Model DatasetPage = new(("data", ListOf(Like(Dataset))), ("nextToken", Text));

    public static readonly Model DatasetDetail = new(
        ("id", Text), ("name", Text), ("s3", Text), ("processId", Text), ("projectId", Text), ("sourceDatasetIds", ListOf(Text)),
        ("sourceDatasets", ListOf(Like(NamedItem))), ("sourceSampleIds", ListOf(Text)), ("sourceSampleFilesMap", MapOf(ListOf(Text))),
        ("status", Status), ("statusMessage", Text), ("tags", ListOf(Like(Tag))), ("params", MapOf(Text)), ("info", MapOf(Text)),
        ("isViewRestricted", Flag), ("createdBy", Text), ("createdAt", Time), ("updatedAt", Time), ("description?", Text),
        ("originatingProjectId?", Text), ("share?", OrNull(Like(NamedItem))),
        ("totalSizeBytes?", OrNull(Whole)), ("fileCount?", OrNull(Whole)));

    public static readonly Model Manifest = new(
        ("domain?", Text), ("files?", ListOf(Like(FileEntry))), ("totalFiles?", Whole),
        ("viz?", ListOf(MapOf(Text))), ("tables?", ListOf(MapOf(Text))), ("artifacts?", ListOf(MapOf(Text))));

    public static readonly Model Credentials = new(
        ("accessKeyId", Text), ("secretAccessKey", Text), ("sessionToken", Text), ("expiration", Time), ("region?", Text));

    public static readonly Model Share = new(
        ("id", Text), ("name", Text), ("description", Text), ("originatingProjectId", Text), ("shareType", ShareType),
        ("conditions", ListOf(Like(Condition))), ("classificationIds", ListOf(Text)), ("isViewRestricted", Flag), ("keywords", ListOf(Text)),
        ("createdBy", Text), ("createdAt", Time), ("updatedAt", Time));

    public static readonly Model ShareDetail = new(
        ("id", Text), ("name", Text), ("description", Text), ("originatingProject", Like(NamedItem)), ("shareType", ShareType),
        ("sharedProjects", ListOf(Like(NamedItem))), ("conditions", ListOf(Like(Condition))), ("keywords", ListOf(Text)),
        ("classificationIds", ListOf(Text)), ("isViewRestricted", Flag), ("createdBy", Text), ("createdAt", Time), ("updatedAt", Time));

    private static Kind ShareType => OneOf("PUBLISHER", "SUBSCRIBER", "AVAILABLE");

    private static Model Settings => new(
        ("budgetAmount", Whole), ("budgetPeriod", OneOf("MONTHLY", "QUARTERLY", "ANNUALLY")),
        ("isDiscoverable?", OrNull(Flag)), ("isShareable?", OrNull(Flag)));

    private static Model Account => new(
        ("accountType", OneOf("HOSTED", "BYOA")), ("accountId?", Text), ("regionName?", Text));
}
