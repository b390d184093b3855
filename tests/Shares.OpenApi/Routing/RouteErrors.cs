using Shares.Core;
using Shares.Core.Failures;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Routing;

/// <summary>A refusal: its status, and the code in the answer's <c>errorCode</c>.</summary>
public sealed record ErrorAnswer(int Status, string Code)
{
    public static ErrorAnswer Of(ErrorCode code) => new(Problems.StatusOf(code), ContractName.Of(code));
}

/// <summary>Which refusals a route can give: those that follow from what it is, and those that its description adds.</summary>
public static class RouteErrors
{
    public static IReadOnlyList<ErrorAnswer> Of(ContractRoute route) =>
        [.. AtTheEdge(route).Concat(Codes(route).Select(ErrorAnswer.Of)).Distinct().OrderBy(e => e.Status).ThenBy(e => e.Code, StringComparer.Ordinal)];

    private static IEnumerable<ErrorAnswer> AtTheEdge(ContractRoute route)
    {
        yield return new(500, "INTERNAL_ERROR");
        if (route.Who == Who.Anyone) yield break;
        yield return new(401, "UNAUTHENTICATED");
        yield return new(503, "TIMED_OUT");
    }

    private static IEnumerable<ErrorCode> Codes(ContractRoute route) =>
    [
        .. route.Operation.Fails,
        .. OfCallers(route),
        .. OfInput(route),
        .. When(route.Changes, ErrorCode.Conflict),
        .. When(route.Has(Traits.Conditional), ErrorCode.VersionMismatch),
        .. When(route.Has(Traits.Idempotent), ErrorCode.IdempotencyKeyReused),
        .. When(route.Has(Traits.RateLimited), ErrorCode.TooManyRequests),
    ];

    private static IEnumerable<ErrorCode> OfCallers(ContractRoute route)
    {
        if (route.Who == Who.Anyone) yield break;
        yield return ErrorCode.StoreUnavailable;
        if (route.IsOfProject) yield return ErrorCode.NotFound;
        if (route.Who == Who.Pipeline) yield return ErrorCode.NotYourPipelineRole;
        // Whoever is no stranger to the project may.
        else if (!route.Who.HasFlag(Who.Reader | Who.Pipeline)) yield return ErrorCode.RoleTooLow;
    }

    private static IEnumerable<ErrorCode> OfInput(ContractRoute route)
    {
        if (route.Operation.Request is not null)
        {
            yield return ErrorCode.ValidationFailed;
            yield return ErrorCode.MalformedBody;
            yield return ErrorCode.BodyTooLarge;
            yield return ErrorCode.UnsupportedMediaType;
        }

        if (route.IsPaged) yield return ErrorCode.BadPageToken;
        if (route.IsPaged || route.Has(Traits.Idempotent) || route.Operation.Query.Any(parameter => parameter.IsRequired || parameter.Shape != Shape.String))
            yield return ErrorCode.ValidationFailed;
    }

    private static ErrorCode[] When(bool holds, ErrorCode code) => holds ? [code] : [];
}
