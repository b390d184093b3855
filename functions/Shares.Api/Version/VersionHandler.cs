using Microsoft.AspNetCore.Http;

namespace Shares.Api.Version;

internal static class VersionHandler
{
    private static readonly VersionAnswer Answer = VersionAnswer.Read(typeof(VersionHandler).Assembly);

    public static IResult Handle() => TypedResults.Json(Answer, ApiJson.Default.VersionAnswer);
}
