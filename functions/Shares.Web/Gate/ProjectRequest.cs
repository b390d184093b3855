using Microsoft.AspNetCore.Http;
using Shares.Core.Access;
using Shares.Core.Audit;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Web.Gate;

/// <summary>A request about a project by somebody entitled to make it, with what its path names. Handlers take it as a parameter.</summary>
public sealed class ProjectRequest(ProjectCaller caller, Actor actor, Share? share, Dataset? dataset)
{
    public ProjectCaller Caller => caller;

    /// <summary>The same caller as logs name them.</summary>
    public Actor Actor => actor;

    public Project Project => caller.Project;

    /// <summary>The person who calls. Only on routes that are not for pipelines.</summary>
    public UserId UserId => caller.Caller is Core.Access.Caller.Person person ? person.Id : throw new InvalidOperationException("The caller is a pipeline.");

    /// <summary>
    /// The share that the path names: it exists, but whether it is this project's to see is the handler's to ask. Only on routes with <c>{share}</c>.
    /// </summary>
    public Share Share => share ?? throw new InvalidOperationException("The route names no share.");

    /// <summary>
    /// The dataset that the path names: it exists (it may be DELETED), and may be another project's. Only on routes with <c>{dataset}</c>.
    /// </summary>
    public Dataset Dataset => dataset ?? throw new InvalidOperationException("The route names no dataset.");

    /// <summary>How a handler's parameter gets its value.</summary>
    public static ValueTask<ProjectRequest> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<ProjectRequest>() ?? throw new InvalidOperationException("The route has no {project}."));
    }
}
