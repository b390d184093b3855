using System.Text.Json.Nodes;

namespace Shares.Local.Template;

/// <summary>What template.yaml and its nested templates describe, as far as this machine runs it; all intrinsics are resolved.</summary>
public sealed record TemplateModel(
    TableModel Table,
    IReadOnlyList<FunctionModel> Functions,
    IReadOnlyList<RoleModel> Roles,
    IReadOnlyList<RouteModel> Routes,
    JwtAuthorizerModel JwtAuthorizer,
    PortalModel Portal)
{
    public IReadOnlyList<BucketModel> Buckets { get; init; } = [];

    public IReadOnlyList<TrailModel> Trails { get; init; } = [];

    /// <summary>ARNs of SNS topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Reads template.yaml of the repository and every template nested in it.</summary>
    /// <exception cref="TemplateException">Something in them is not understood; the message names file, line and resource.</exception>
    public static TemplateModel Load(string repositoryRoot, TemplateParameters parameters) =>
        ModelReader.Read(Stack.Open(Path.Combine(repositoryRoot, "template.yaml"), parameters));

    public FunctionModel Function(string logicalId) => Functions.Single(function => function.LogicalId == logicalId);
}

/// <param name="StreamViewType">As DynamoDB spells it, such as NEW_AND_OLD_IMAGES.</param>
public sealed record TableModel(string Name, string PartitionKey, string SortKey, string TimeToLiveAttribute, string StreamViewType);

/// <param name="CodeUri">Folder of the published program, relative to the repository; ends with the name of the function's project.</param>
/// <param name="MemorySize">MiB.</param>
/// <param name="Environment">Without what Lambda itself sets.</param>
/// <param name="EventPatterns">Of its rules on EventBridge's default bus.</param>
/// <param name="LogSubscriptions">Names of the log groups whose events it is woken with.</param>
/// <param name="ReservedConcurrency">Invocations at once at most; null: whatever the account has left.</param>
/// <param name="LogGroup">Name of the log group that Lambda writes to under the function's role.</param>
/// <param name="IsTraced">Lambda sends traces under the function's role.</param>
public sealed record FunctionModel(
    string LogicalId,
    string PhysicalName,
    string CodeUri,
    int MemorySize,
    TimeSpan Timeout,
    IReadOnlyDictionary<string, string> Environment,
    string RoleName,
    string LogGroup,
    bool IsTraced,
    IReadOnlyList<StreamSourceModel> EventSources,
    IReadOnlyList<JsonNode> EventPatterns,
    IReadOnlyList<ScheduleModel> Schedules,
    IReadOnlyList<string> LogSubscriptions,
    int? ReservedConcurrency);

/// <param name="When">As EventBridge writes it, such as <c>rate(1 hour)</c>.</param>
/// <param name="Input">What the function gets; null: EventBridge's own event.</param>
public sealed record ScheduleModel(string When, string? Input);

/// <summary>An event source mapping from the table's stream.</summary>
/// <param name="Stream">ARN.</param>
/// <param name="MaximumRetryAttempts">Tries after the first; null: until the records expire.</param>
/// <param name="Filters">Event filter patterns; a record is delivered if it matches any, and every record is if there are none.</param>
/// <param name="FailureDestination">ARN of the queue told about records given up on, or null.</param>
public sealed record StreamSourceModel(
    string Stream,
    string StartingPosition,
    int BatchSize,
    int ParallelizationFactor,
    int? MaximumRetryAttempts,
    bool BisectBatchOnFunctionError,
    bool ReportBatchItemFailures,
    IReadOnlyList<JsonNode> Filters,
    string? FailureDestination);

/// <param name="Policies">Documents of the inline policies, then of the attached managed ones.</param>
public sealed record RoleModel(
    string Name, string Arn, JsonNode TrustPolicy, TimeSpan MaxSessionDuration, IReadOnlyList<JsonNode> Policies);

/// <param name="Method">ANY or an HTTP method, upper case.</param>
/// <param name="Path">Segments, where {name} is any one segment and {name+} at the end is one or more.</param>
public sealed record RouteModel(string Method, string Path, string FunctionLogicalId, RouteAuthorizer Authorizer)
{
    public string Key => $"{Method} {Path}";
}

public enum RouteAuthorizer
{
    None,
    Jwt,
    Iam,
}

/// <param name="Headers">That every file of the portal is sent with, in order of their names.</param>
public sealed record PortalModel(IReadOnlyList<KeyValuePair<string, string>> Headers);

/// <param name="Audiences">A token passes if one of its audiences, or without any its client_id, is among these.</param>
public sealed record JwtAuthorizerModel(string Issuer, IReadOnlyList<string> Audiences);

/// <param name="Policy">Document, or null.</param>
/// <param name="Cors">Which pages may read, as S3 takes it; null: none.</param>
public sealed record BucketModel(string Name, JsonNode? Policy, string? Cors);

/// <param name="LogGroup">Name.</param>
/// <param name="Selectors">Advanced event selectors. An event is logged when all fields of one of them fit.</param>
public sealed record TrailModel(string Bucket, string LogGroup, IReadOnlyList<IReadOnlyList<FieldSelectorModel>> Selectors);

/// <param name="Field">Such as <c>resources.ARN</c>.</param>
/// <param name="EqualTo">It fits when its value is one of these or begins with one of <paramref name="StartsWith"/>.</param>
public sealed record FieldSelectorModel(string Field, IReadOnlyList<string> EqualTo, IReadOnlyList<string> StartsWith);
