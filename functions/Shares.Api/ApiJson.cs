using System.Text.Json;
using System.Text.Json.Serialization;
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
using Shares.Core.Egress.Reports;
using Shares.Web.Bodies;

namespace Shares.Api;

/// <summary>The bodies of this function's routes, requests and answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    MaxDepth = JsonBody.MaxDepth,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CreateResponse))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(ClassificationInput))]
[JsonSerializable(typeof(ClassificationAnswer))]
[JsonSerializable(typeof(ProjectInput))]
[JsonSerializable(typeof(IEnumerable<ProjectAnswer>))]
[JsonSerializable(typeof(ProjectDetailAnswer))]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(SetMemberRoleRequest))]
[JsonSerializable(typeof(RegisterDatasetRequest))]
[JsonSerializable(typeof(RegisterDatasetAnswer))]
[JsonSerializable(typeof(UpdateDatasetRequest))]
[JsonSerializable(typeof(DatasetAnswer))]
[JsonSerializable(typeof(DatasetDetailAnswer))]
[JsonSerializable(typeof(ShareInput))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(PreviewAnswer))]
[JsonSerializable(typeof(ShareAnswer))]
[JsonSerializable(typeof(ShareDetailAnswer))]
[JsonSerializable(typeof(EgressAnswer))]
[JsonSerializable(typeof(EgressLimitStateAnswer))]
[JsonSerializable(typeof(SetEgressLimitRequest))]
[JsonSerializable(typeof(EnforcementAnswer))]
[JsonSerializable(typeof(SubscriptionAnswer))]
[JsonSerializable(typeof(UsageAnswer))]
[JsonSerializable(typeof(AccessAnswer))]
[JsonSerializable(typeof(AuditEventAnswer))]
[JsonSerializable(typeof(ReportLine))]
[JsonSerializable(typeof(EgressPeriodAnswer))]
[JsonSerializable(typeof(FacetsAnswer))]
[JsonSerializable(typeof(IEnumerable<KeywordAnswer>))]
internal sealed partial class ApiJson : JsonSerializerContext;
