using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Shares.Api.ListClassifications;
using Shares.Core.Governance;
using Shares.Core.Ids;
using Shares.Data.Governance;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Repeats;

namespace Shares.Api.CreateClassification;

/// <summary>A platform administrator adds a classification. It is in no project's log, since it belongs to none; the function's own log has it.</summary>
internal static partial class CreateClassificationHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, PersonRequest request, ReservedId reserved, ClassificationStore classifications, TimeProvider time, ILoggerFactory loggers)
    {
        var id = reserved.As<ClassificationId>();
        if (reserved.IsRepeat && await classifications.FindAsync(id, http.RequestAborted) is { } made) return Created(made);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ClassificationInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        var now = time.GetUtcNow();
        var blank = new Classification { Id = id, Name = "", CreatedBy = request.Person.Id, CreatedAt = now, UpdatedAt = now };
        if (!input.ApplyTo(blank).Succeeded(out var classification, out failure)) return Problems.From(failure);
        if ((await classifications.CreateAsync(classification, http.RequestAborted)).Failure is { } refused) return Problems.From(refused);
        LogCreated(loggers.CreateLogger(typeof(CreateClassificationHandler)), id.ToString(), request.Actor.Id, request.Actor.Address);
        return Created(classification);
    }

    private static JsonHttpResult<ClassificationAnswer> Created(Classification classification) => TypedResults.Json(
        ClassificationAnswer.From(classification), ApiJson.Default.ClassificationAnswer, statusCode: StatusCodes.Status201Created);

    [LoggerMessage(110, LogLevel.Information, "Classification {classification} was created by {actor} from {address}")]
    private static partial void LogCreated(ILogger logger, string classification, string actor, string address);
}
