using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;
using Shares.Web.Repeats;

namespace Shares.Api.CreateProject;

/// <summary>A platform administrator creates a project and becomes its OWNER. Without a bucket, Provisioning makes one and the status is PENDING until then.</summary>
internal static class CreateProjectHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, PersonRequest request, ReservedId reserved, ProjectStore projects, ApiSettings settings, TimeProvider time)
    {
        var id = reserved.As<ProjectId>();
        if (reserved.IsRepeat && await projects.FindAsync(id, http.RequestAborted) is { } made) return Created(made);
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ProjectInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (!Project(id, input, request, settings, time).Succeeded(out var project, out failure)) return Problems.From(failure);
        var created = await projects.CreateAsync(project, request.Actor, http.RequestAborted);
        return created.Succeeded(out project, out failure) ? Created(project) : Problems.From(failure);
    }

    private static JsonHttpResult<CreateResponse> Created(Project project) => TypedResults.Json(
        new CreateResponse(project.Id.ToString(), "Project created."), ApiJson.Default.CreateResponse, statusCode: StatusCodes.Status201Created);

    private static Result<Project> Project(ProjectId id, ProjectInput input, PersonRequest request, ApiSettings settings, TimeProvider time)
    {
        if (input.Bucket is { Length: > 0 } named && !BucketName.IsValid(named))
            return Failure.Invalid("bucket", "must be a name that S3 allows for a bucket, and not begin with shr-");
        var now = time.GetUtcNow();
        var brought = input.Bucket is { Length: > 0 };
        return input.ApplyTo(
            new Project
            {
                Id = id,
                Name = "",
                Status = brought ? ProjectStatus.Completed : ProjectStatus.Pending,
                StatusMessage = brought ? "" : "The bucket is being made.",
                Bucket = brought ? input.Bucket! : Core.Projects.Project.DefaultBucket(id),
                CreatedBy = request.Person.Id,
                CreatedAt = now,
                UpdatedAt = now,
            },
            settings.AccountId);
    }
}
