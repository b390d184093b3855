using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shares.Api.CreateClassification;
using Shares.Api.CreateProject;
using Shares.Api.CreateShare;
using Shares.Api.DeleteDataset;
using Shares.Api.DeleteShare;
using Shares.Api.DiscoverProjects;
using Shares.Api.DiscoverShares;
using Shares.Api.ExplainAccess;
using Shares.Api.GetDataset;
using Shares.Api.GetEgressLimit;
using Shares.Api.GetEgressReport;
using Shares.Api.GetEnforcement;
using Shares.Api.GetProject;
using Shares.Api.GetShare;
using Shares.Api.Health;
using Shares.Api.ListAudit;
using Shares.Api.ListClassifications;
using Shares.Api.ListDatasets;
using Shares.Api.ListEgress;
using Shares.Api.ListEgressPeriods;
using Shares.Api.ListFacets;
using Shares.Api.ListKeywords;
using Shares.Api.ListMembers;
using Shares.Api.ListProjects;
using Shares.Api.ListShareDatasets;
using Shares.Api.ListShares;
using Shares.Api.ListSubscriptions;
using Shares.Api.ListUsages;
using Shares.Api.OpenApi;
using Shares.Api.PreviewShare;
using Shares.Api.RegisterDataset;
using Shares.Api.RevokeUsage;
using Shares.Api.SetEgressLimit;
using Shares.Api.SetMemberRole;
using Shares.Api.Subscribe;
using Shares.Api.UpdateDataset;
using Shares.Api.UpdateProject;
using Shares.Api.UpdateShare;
using Shares.Api.VerifyEnforcement;
using Shares.Api.Version;
using Shares.Web.Gate;
using Shares.Web.Rates;
using Shares.Web.Repeats;

namespace Shares.Api;

/// <summary>Every route of this function, and who may use it.</summary>
internal static class ApiRoutes
{
    /// <summary>Of a person: one a second while they type.</summary>
    private const int PreviewsPerMinute = 60;

    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/health", HealthHandler.Handle).Requires(Who.Anyone);
        routes.MapGet("/version", VersionHandler.Handle).Requires(Who.Anyone);
        routes.MapGet("/openapi.json", OpenApiHandler.Handle).Requires(Who.Anyone);

        routes.MapGet("/governance/classifications", ListClassificationsHandler.HandleAsync).Requires(Who.Person);
        routes.MapPost("/governance/classifications", CreateClassificationHandler.HandleAsync).Requires(Who.PlatformAdmin).RepeatsAnswer();
        routes.MapGet("/keywords", ListKeywordsHandler.HandleAsync).Requires(Who.Person);

        routes.MapGet("/reports/egress", GetEgressReportHandler.HandleAsync).Requires(Who.Finance);
        routes.MapGet("/reports/egress/periods", ListEgressPeriodsHandler.HandleAsync).Requires(Who.Finance);

        routes.MapGet("/projects", ListProjectsHandler.HandleAsync).Requires(Who.Person);
        routes.MapPost("/projects", CreateProjectHandler.HandleAsync).Requires(Who.PlatformAdmin).RepeatsAnswer();
        routes.MapGet("/projects/discover", DiscoverProjectsHandler.HandleAsync).Requires(Who.Person);
        routes.MapGet("/projects/{project}", GetProjectHandler.Handle).Requires(Who.Reader);
        routes.MapPut("/projects/{project}", UpdateProjectHandler.HandleAsync).Requires(Who.Admin);
        routes.MapGet("/projects/{project}/permissions", ListMembersHandler.HandleAsync).Requires(Who.Reader);
        routes.MapPut("/projects/{project}/permissions", SetMemberRoleHandler.HandleAsync).Requires(Who.Admin);

        routes.MapGet("/projects/{project}/audit", ListAuditHandler.HandleAsync).Requires(Who.Admin);

        routes.MapGet("/projects/{project}/egress", ListEgressHandler.HandleAsync).Requires(Who.Reader);

        routes.MapGet("/projects/{project}/facets", ListFacetsHandler.HandleAsync).Requires(Who.Reader);
        routes.MapGet("/projects/{project}/datasets", ListDatasetsHandler.HandleAsync).Requires(Who.Reader);
        routes.MapPost("/projects/{project}/datasets/upload", RegisterDatasetHandler.HandleAsync).Requires(Who.Writer).RepeatsAnswer();
        routes.MapGet("/projects/{project}/datasets/{dataset}", GetDatasetHandler.HandleAsync).Requires(Who.Reader);
        routes.MapPut("/projects/{project}/datasets/{dataset}", UpdateDatasetHandler.HandleAsync).Requires(Who.Writer);
        routes.MapDelete("/projects/{project}/datasets/{dataset}", DeleteDatasetHandler.HandleAsync).Requires(Who.Admin);
        routes.MapGet("/projects/{project}/datasets/{dataset}/access", ExplainAccessHandler.HandleAsync).Requires(Who.Admin);

        routes.MapGet("/projects/{project}/shares", ListSharesHandler.HandleAsync).Requires(Who.Reader);
        routes.MapPost("/projects/{project}/shares", CreateShareHandler.HandleAsync).Requires(Who.Admin).RepeatsAnswer();
        routes.MapPost("/projects/{project}/shares:preview", PreviewShareHandler.HandleAsync).Requires(Who.Admin).RunsAgain().AtMost("preview", PreviewsPerMinute);
        routes.MapGet("/projects/{project}/shares/discover", DiscoverSharesHandler.HandleAsync).Requires(Who.Reader);
        routes.MapGet("/projects/{project}/shares/{share}", GetShareHandler.HandleAsync).Requires(Who.Reader);
        routes.MapPut("/projects/{project}/shares/{share}", UpdateShareHandler.HandleAsync).Requires(Who.Admin);
        routes.MapDelete("/projects/{project}/shares/{share}", DeleteShareHandler.HandleAsync).Requires(Who.Admin);
        routes.MapPut("/projects/{project}/shares/{share}:subscribe", SubscribeHandler.HandleAsync).Requires(Who.Admin);
        routes.MapPut("/projects/{project}/shares/{share}:unsubscribe", UnsubscribeHandler.HandleAsync).Requires(Who.Admin);
        routes.MapGet("/projects/{project}/shares/{share}/datasets", ListShareDatasetsHandler.HandleAsync).Requires(Who.Reader);
        routes.MapGet("/projects/{project}/shares/{share}/subscriptions", ListSubscriptionsHandler.HandleAsync).Requires(Who.Reader);
        routes.MapGet("/projects/{project}/shares/{share}/enforcement", GetEnforcementHandler.HandleAsync).Requires(Who.Admin);
        routes.MapPost("/projects/{project}/shares/{share}:verify", VerifyEnforcementHandler.HandleAsync).Requires(Who.Admin);
        routes.MapGet("/projects/{project}/shares/{share}/egress-limit", GetEgressLimitHandler.HandleAsync).Requires(Who.Admin);
        routes.MapPut("/projects/{project}/shares/{share}/egress-limit", SetEgressLimitHandler.HandleAsync).Requires(Who.Admin);
        routes.MapGet("/projects/{project}/shares/{share}/usages", ListUsagesHandler.HandleAsync).Requires(Who.Admin);
        routes.MapDelete("/projects/{project}/shares/{share}/usages/{usage}", RevokeUsageHandler.HandleAsync).Requires(Who.Admin);
    }
}
