using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Projects;

/// <summary>What answers show of a project.</summary>
internal static class ProjectView
{
    public static JsonObject InList(Project project) => new()
    {
        ["id"] = project.Id,
        ["name"] = project.Name,
        ["description"] = project.Description,
        ["status"] = project.IsPending ? "PENDING" : "COMPLETED",
    };

    public static JsonObject Detail(State state, Project project, string role)
    {
        var view = InList(project);
        view["settings"] = new JsonObject { ["isDiscoverable"] = project.IsDiscoverable, ["isShareable"] = project.IsShareable };
        view["bucket"] = project.Bucket;
        view["pipelineRoleArn"] = project.PipelineRole is null ? null : $"arn:aws:iam::111122223333:role/{state.Own(project.PipelineRole)}";
        view["createdBy"] = project.CreatedBy;
        view["createdAt"] = Texts.Time(project.CreatedAt);
        view["updatedAt"] = Texts.Time(project.UpdatedAt);
        view["role"] = role;
        return view;
    }
}
