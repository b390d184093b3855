using Shares.Api.CreateClassification;
using Shares.Api.CreateProject;
using Shares.Api.Datasets;
using Shares.Api.ExplainAccess;
using Shares.Api.GetEgressLimit;
using Shares.Api.GetEnforcement;
using Shares.Api.Health;
using Shares.Api.ListAudit;
using Shares.Api.ListClassifications;
using Shares.Api.ListEgress;
using Shares.Api.ListEgressPeriods;
using Shares.Api.ListFacets;
using Shares.Api.ListKeywords;
using Shares.Api.ListSubscriptions;
using Shares.Api.ListUsages;
using Shares.Api.PreviewShare;
using Shares.Api.Projects;
using Shares.Api.RegisterDataset;
using Shares.Api.SetEgressLimit;
using Shares.Api.SetMemberRole;
using Shares.Api.Sharing;
using Shares.Api.UpdateDataset;
using Shares.Api.Version;
using Shares.Core.Access;
using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Canaries;
using Shares.Core.Egress;
using Shares.Core.Egress.Limits;
using Shares.Core.Egress.Reports;
using Shares.Core.Egress.Statements;
using Shares.Core.Enforcing;
using Shares.Core.Projects;
using Shares.Core.Sharing;
using Shares.Core;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

/// <summary>Bounds of members, from the same constants that the validation has.</summary>
internal static class ApiBodies
{
    private static readonly Shape Tags = Shape.List(null, Limits.TagsPerDataset);
    private static readonly Shape Short = Shape.Text(0, 120);
    private static readonly Shape Classifications = Shape.List(Shape.Text(1, 120), Limits.ClassificationsPerShare);
    private static readonly Shape AliasOfAccessPoint = Shape.Matching("^[a-z0-9-]{3,63}$");
    private static readonly Shape Day = Shape.Matching(EgressOperations.Date);
    private static readonly Shape Month = Shape.Matching("^[0-9]{4}-[0-9]{2}$");
    private static readonly Shape Currency = Shape.Matching("^[A-Z]{3}$");
    private static readonly Shape LimitBytes = Shape.Integer(1, EgressLimit.MostBytes);
    private static readonly Shape LimitCost = Shape.Number(0.01m, EgressLimit.MostCost);
    private static readonly Shape AccessPointName = Shape.Matching("^shr-[0-9a-f]{32}-[ad][0-9]+$");

    public static readonly IReadOnlyList<BodyShape> All =
    [
        new(typeof(HealthAnswer)) { ["status"] = Shape.OneOf("ok") },
        new(typeof(VersionAnswer)) { ["version"] = Shape.String, ["commit"] = Shape.String, ["builtAt"] = Shape.String },
        new(typeof(TagBody)) { Required = ["value"], ["value"] = Shape.Text(TextRule.Tag) },
        new(typeof(ConditionBody))
        {
            Required = ["field", "value"],
            ["field"] = Shape.OneOf<SelectionField>(),
            ["value"] = Shape.Text(1, TextRule.UserId.MaxLength),
        },
        new(typeof(ContactBody)) { ["name"] = Short, ["organization"] = Short, ["email"] = Short, ["phone"] = Short },
        new(typeof(SettingsBody)) { ["budgetAmount"] = Shape.Number(0, 1_000_000_000), ["budgetPeriod"] = Shape.OneOf<BudgetPeriod>() },
        new(typeof(AccountBody)) { ["accountType"] = Shape.OneOf("HOSTED"), ["accountId"] = Shape.Matching("^[0-9]{12}$") },
        new(typeof(ProjectInput))
        {
            Required = ["name"],
            ["name"] = Shape.Text(TextRule.Name),
            ["description"] = Shape.Text(TextRule.Description),
            ["billingAccountId"] = Short,
            ["organization"] = Short,
            ["contacts"] = Shape.List(null, 20),
            ["classificationIds"] = Classifications,
            ["tags"] = Tags,
            ["bucket"] = Shape.Matching("^$|^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"),
            ["pipelineRoleArn"] = Shape.Matching("^$|^arn:[a-z-]+:iam::[0-9]{12}:role/.+$"),
        },
        new(typeof(ProjectAnswer)) { ["status"] = Shape.OneOf<ProjectStatus>() },
        new(typeof(ProjectDetailAnswer))
        {
            ["status"] = Shape.OneOf<ProjectStatus>(),
            ["role"] = Shape.OneOf<Role>(),
            ["pipelineRoleArn"] = Shape.Matching("^arn:"),
            ["notices"] = Shape.List(Shape.String),
        },
        new(typeof(MemberAnswer))
        {
            ["department"] = Shape.String, ["email"] = Shape.String, ["jobTitle"] = Shape.String, ["role"] = Shape.OneOf<Role>(),
        },
        new(typeof(SetMemberRoleRequest)) { Required = ["username", "role"], ["role"] = Shape.OneOf<Role>(SetMemberRoleRequest.None) },
        new(typeof(RegisterDatasetRequest))
        {
            Required = ["name", "processId", "expectedFiles"],
            ["name"] = Shape.Text(TextRule.Name),
            ["description"] = Shape.Text(TextRule.Description),
            ["tags"] = Tags,
            ["expectedFiles"] = Shape.List(Shape.Text(1, 240), 2000),
        },
        new(typeof(RegisterDatasetAnswer)) { ["uploadPath"] = Shape.Matching("^s3://[^/]+/datasets/[^/]+/data$") },
        new(typeof(UpdateDatasetRequest))
        {
            Required = ["name", "processId"],
            ["name"] = Shape.Text(TextRule.Name),
            ["description"] = Shape.Text(TextRule.Description),
            ["tags"] = Tags,
        },
        new(typeof(DatasetAnswer)) { ["status"] = Shape.OneOf<DatasetStatus>() },
        new(typeof(DatasetDetailAnswer)) { ["status"] = Shape.OneOf<DatasetStatus>(), ["sourceSampleIds"] = Shape.List(Shape.String) },
        new(typeof(ClassificationInput))
        {
            Required = ["name"],
            ["name"] = Shape.Text(TextRule.Name),
            ["description"] = Shape.Text(TextRule.Description),
            ["requirementIds"] = Shape.List(Shape.Text(ClassificationInput.RequirementId), ClassificationInput.MaxRequirements),
        },
        new(typeof(ClassificationAnswer)) { ["requirementIds"] = Shape.List(Shape.String) },
        new(typeof(ShareInput))
        {
            Required = ["name", "conditions"],
            ["name"] = Shape.Text(TextRule.Name),
            ["description"] = Shape.Text(TextRule.Description),
            ["classificationIds"] = Classifications,
            ["conditions"] = Shape.List(null, Limits.ConditionsPerShare),
            ["keywords"] = Shape.List(Shape.Text(TextRule.Keyword), Limits.KeywordsPerShare),
            ["sharedProjectIds"] = Shape.List(Shape.Uuid, Limits.ProjectsPerShare),
            ["expiresAt"] = Shape.Time,
        },
        new(typeof(PreviewRequest))
        {
            Required = ["conditions"],
            ["name"] = Shape.Text(0, TextRule.Name.MaxLength),
            ["description"] = Shape.Text(TextRule.Description),
            ["classificationIds"] = Classifications,
            ["conditions"] = Shape.List(null, Limits.ConditionsPerShare),
            ["keywords"] = Shape.List(Shape.Text(TextRule.Keyword), Limits.KeywordsPerShare),
            ["sharedProjectIds"] = Shape.List(Shape.Uuid, Limits.ProjectsPerShare),
            ["expiresAt"] = Shape.Time,
            ["limit"] = Shape.AtLeast(1),
        },
        new(typeof(EgressLimitBody))
        {
            Required = ["action"], ["monthlyBytes"] = LimitBytes, ["monthlyCost"] = LimitCost, ["action"] = Shape.OneOf<EgressLimitAction>(),
        },
        new(typeof(SetEgressLimitRequest))
        {
            ["monthlyBytes"] = LimitBytes, ["monthlyCost"] = LimitCost, ["action"] = Shape.OneOf<EgressLimitAction>(), ["liftReason"] = Shape.Text(SetEgressLimitRequest.Reason),
        },
        new(typeof(SuspensionAnswer)) { ["period"] = Month },
        new(typeof(EgressLimitStateAnswer))
        {
            ["period"] = Month, ["state"] = Shape.OneOf<LimitCheck>(), ["currency"] = Currency, ["liftedPeriod"] = Month,
        },
        new(typeof(EgressAnswer)) { ["from"] = Day, ["to"] = Day, ["groupBy"] = Shape.List(Shape.OneOf(EgressQuery.Names)), ["currency"] = Currency },
        new(typeof(EgressSumAnswer)) { ["status"] = Shape.OneOf<StatementStatus>() },
        new(typeof(EgressMonthAnswer)) { ["month"] = Month, ["status"] = Shape.OneOf<StatementStatus>() },
        new(typeof(EgressGroupAnswer))
        {
            ["day"] = Day, ["month"] = Month, ["user"] = Shape.String, ["zone"] = Shape.OneOf<TransferZone>(), ["route"] = Shape.OneOf<AccessRoute>(),
            ["status"] = Shape.OneOf<StatementStatus>(),
        },
        new(typeof(OvershootAnswer)) { ["explanation"] = Shape.String },
        new(typeof(PreviewCost))
        {
            ["currency"] = Currency, ["region"] = Shape.String, ["priceVersion"] = Day,
        },
        new(typeof(AuditEventAnswer)) { ["action"] = Shape.OneOf<AuditAction>(), ["note"] = Shape.String },
        new(typeof(AuditActorAnswer))
        {
            ["type"] = Shape.OneOf<ActorType>(), ["id"] = Shape.String, ["address"] = Shape.String, ["userAgent"] = Shape.Text(0, Actor.LongestUserAgent),
        },
        new(typeof(AuditTargetAnswer)) { ["type"] = Shape.OneOf<AuditTargetType>(), ["id"] = Shape.String },
        new(typeof(AuditChange)) { ["field"] = Shape.String, ["before"] = Shape.List(Shape.String), ["after"] = Shape.List(Shape.String) },
        new(typeof(ReportLine))
        {
            ["day"] = Day, ["principal"] = Shape.Text(TextRule.UserId), ["route"] = Shape.OneOf<AccessRoute>(), ["zone"] = Shape.OneOf<TransferZone>(),
            ["currency"] = Currency, ["status"] = Shape.OneOf<StatementStatus>(),
        },
        new(typeof(ReportLineProject)) { ["costCenter"] = Shape.String },
        new(typeof(EgressPeriodAnswer))
        {
            ["period"] = Shape.Matching("^[0-9]{4}-[0-9]{2}$"), ["status"] = Shape.OneOf<StatementStatus>(), ["currency"] = Currency, ["priceVersion"] = Day,
        },
        new(typeof(CompletenessAnswer)) { ["bill"] = Shape.OneOf<BillState>(), ["trailReadUntil"] = Day },
        new(typeof(ValueFacet)) { ["value"] = Shape.String },
        new(typeof(TagFacet)) { ["value"] = Shape.Text(TextRule.Tag) },
        new(typeof(KeywordAnswer)) { ["value"] = Shape.Text(TextRule.Keyword) },
        new(typeof(ShareAnswer)) { ["shareType"] = Shape.OneOf<ShareType>() },
        new(typeof(ShareDetailAnswer)) { ["shareType"] = Shape.OneOf<ShareType>() },
        new(typeof(SubscriptionAnswer)) { ["status"] = Shape.OneOf("AVAILABLE", "SUBSCRIBED"), ["subscribedBy"] = Shape.Text(TextRule.UserId) },
        new(typeof(UsageAnswer))
        {
            ["consumingProjectId"] = Shape.Uuid,
            ["originatingDatasetId"] = Shape.Uuid,
            ["status"] = Shape.OneOf(UsageAnswer.Running, UsageAnswer.Ended),
            ["accessPointArn"] = Shape.Matching("^arn:"),
        },
        new(typeof(ConsumingItemBody)) { ["type"] = Shape.OneOf(ConsumingItemBody.Dataset) },
        new(typeof(AccessAnswer))
        {
            ["userId"] = Shape.Text(TextRule.UserId),
            ["purpose"] = Shape.OneOf<Purpose>(),
            ["errorCode"] = Shape.Matching("^[A-Z_]+$"),
            ["explanation"] = Shape.String,
        },
        new(typeof(StorageAnswer)) { ["rule"] = Shape.OneOf<StorageRule>(), ["explanation"] = Shape.String },
        new(typeof(RuleAnswer)) { ["rule"] = Shape.OneOf<Rule>(), ["explanation"] = Shape.String },
        new(typeof(EnforcementAnswer))
        {
            ["state"] = Shape.OneOf<EnforcementState>(), ["reason"] = Shape.String, ["differences"] = Shape.List(null, Difference.Remembered),
        },
        new(typeof(TrialBody)) { ["trial"] = Shape.OneOf<CanaryTrial>(), ["accessPoint"] = AccessPointName },
        new(typeof(DifferenceBody)) { ["kind"] = Shape.OneOf<DifferenceKind>(), ["where"] = Shape.String, ["detail"] = Shape.String },
        new(typeof(AccessPointBody))
        {
            ["kind"] = Shape.OneOf("ANALYZE", "DOWNLOAD"), ["name"] = AccessPointName, ["alias"] = AliasOfAccessPoint,
        },
    ];
}
