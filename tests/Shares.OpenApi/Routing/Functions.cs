using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shares.Access;
using Shares.Access.OpenApi;
using Shares.Api;
using Shares.Api.OpenApi;
using Shares.Data;
using Shares.Hosting;
using Shares.Web.Gate;
using Shares.Web.OpenApi;
using Shares.Web.Rates;
using Shares.Web.Repeats;

namespace Shares.OpenApi.Routing;

/// <summary>The functions that serve the contract: their routes as they are mapped, and what they say of them.</summary>
public sealed class Functions
{
    private const string People = "/api";

    /// <summary>Enough for a function to be composed; nothing of it is called.</summary>
    private static readonly string[] Settings =
    [
        "--TABLE_NAME=none", "--REPORTS_BUCKET=none", "--AWS_REGION=us-east-1", "--SHARES_ACCOUNT_ID=111122223333", "--PIPELINES_VPC_ID=vpc-0",
        "--SHARES_PIPELINE_ROLE_ARN=arn:aws:iam::111122223333:role/p", "--SHARES_DOWNLOAD_ROLE_ARN=arn:aws:iam::111122223333:role/d",
        "--SHARES_UPLOAD_ROLE_ARN=arn:aws:iam::111122223333:role/u",
    ];

    private Functions(IReadOnlyList<FunctionDescription> descriptions, IReadOnlyList<ContractRoute> routes) =>
        (Descriptions, Routes) = (descriptions, routes);

    public IReadOnlyList<FunctionDescription> Descriptions { get; }

    /// <summary>In the order in which they are described.</summary>
    public IReadOnlyList<ContractRoute> Routes { get; }

    public static async Task<Functions> ReadAsync()
    {
        FunctionDescription[] descriptions = [ApiDescription.Function, AccessDescription.Function];
        var mapped = new Dictionary<string, EndpointMetadataCollection>();
        await AddAsync(mapped, builder => builder.BuildApi());
        await AddAsync(mapped, builder => builder.BuildAccess());
        return new([.. descriptions, WebDescription.Shared], [.. Join(mapped, descriptions)]);
    }

    private static async Task AddAsync(Dictionary<string, EndpointMetadataCollection> routes, Func<WebApplicationBuilder, WebApplication> build)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = Settings });
        builder.AddLambdaHosting();
        builder.Services.AddSharesData("none");
        await using var app = build(builder);
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = endpoint.RoutePattern.RawText!;
            if (!path.StartsWith($"{People}/", StringComparison.Ordinal)) continue;
            var method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            routes.Add($"{method} {path[People.Length..]}", endpoint.Metadata);
        }
    }

    private static List<ContractRoute> Join(Dictionary<string, EndpointMetadataCollection> mapped, IReadOnlyList<FunctionDescription> descriptions)
    {
        var groups = descriptions.SelectMany(d => d.Groups).ToList();
        var described = groups.SelectMany(g => g.Operations).Select(o => o.Route).ToList();
        var wrong = mapped.Keys.Except(described).Select(route => $"{route} is mapped and not described")
            .Concat(described.Except(mapped.Keys).Select(route => $"{route} is described and not mapped"))
            .Concat(groups.SelectMany(g => g.Operations).Where(o => mapped.TryGetValue(o.Route, out var made) && !IsAsMapped(o, made))
                .Select(o => $"{o.Route} repeats, or is limited, otherwise than described"))
            .Concat(described.GroupBy(route => route).Where(same => same.Count() > 1).Select(same => $"{same.Key} is described twice"))
            .ToList();
        if (wrong.Count > 0) throw new InvalidOperationException($"Routes are described in the folders OpenApi of the functions.\n{string.Join('\n', wrong)}");
        return [.. groups.SelectMany(group => group.Operations.Select(operation => new ContractRoute(operation, mapped[operation.Route].GetRequiredMetadata<RequiredCaller>().Who, group)))];
    }

    private static bool IsAsMapped(Operation operation, EndpointMetadataCollection mapped) =>
        operation.Traits.HasFlag(Traits.Idempotent) == (mapped.GetMetadata<RepeatableRoute>() is not null)
        && operation.Traits.HasFlag(Traits.RateLimited) == (mapped.GetMetadata<RateLimit>() is not null);
}
