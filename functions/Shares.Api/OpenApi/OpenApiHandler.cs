using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Shares.Api.OpenApi;

/// <summary>The API's description, <c>docs/openapi.json</c> as it was when the function was built.</summary>
internal static class OpenApiHandler
{
    public static IResult Handle() =>
        TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi.json")!, "application/json");
}
