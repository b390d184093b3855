using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Data.Projects;
using Shares.Web.Bodies;
using Shares.Web.Errors;
using Shares.Web.Gate;

namespace Shares.Api.CreateProject;

/// <summary>A platform administrator creates a project and becomes its OWNER. Without a bucket, Provisioning makes one and the status is PENDING until then.</summary>
internal static class CreateProjectHandler
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, PersonRequest request, ProjectStore projects, ApiSettings settings, TimeProvider time)
    {
        if (!(await JsonBody.ReadAsync(http, ApiJson.Default.ProjectInput)).Succeeded(out var input, out var failure)) return Problems.From(failure);
        if (!Project(input, request, settings, time).Succeeded(out var project, out failure)) return Problems.From(failure);
        var created = await projects.CreateAsync(project, request.Actor, http.RequestAborted);
        if (!created.Succeeded(out project, out failure)) return Problems.From(failure);
        return TypedResults.Json(
            new CreateResponse(project.Id.ToString(), "Project created."), ApiJson.Default.CreateResponse, statusCode: StatusCodes.Status201Created);
    }

    private static Result<Project> Project(ProjectInput input, PersonRequest request, ApiSettings settings, TimeProvider time)
    {
        if (input.Bucket is { Length: > 0 } named && !BucketName.IsValid(named))
            return Failure.Invalid("bucket", "must be a name that S3 allows for a bucket, and not begin with shr-");
        var id = UuidId.New<ProjectId>(time);
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
