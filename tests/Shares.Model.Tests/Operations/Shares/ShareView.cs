using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

/// <summary>What answers show of a share.</summary>
internal static class ShareView
{
    public static JsonObject InList(State state, Share share, Ref viewer) => new()
    {
        ["id"] = share.Id,
        ["name"] = share.Name,
        ["description"] = share.Description,
        ["originatingProjectId"] = state.IdOf(share.Publisher),
        ["shareType"] = Seeing.TypeOf(state, share, viewer),
        ["conditions"] = new JsonArray([.. share.Conditions.Select(c => new JsonObject { ["field"] = c.Field, ["value"] = c.Value })]),
        ["isViewRestricted"] = share.IsViewRestricted,
        ["classificationIds"] = new JsonArray([.. share.Classifications.Select(id => JsonValue.Create(id))]),
        ["keywords"] = new JsonArray([.. share.Keywords.Select(keyword => JsonValue.Create(keyword))]),
        ["createdBy"] = share.CreatedBy,
        ["createdAt"] = Texts.Time(share.CreatedAt),
        ["updatedAt"] = Texts.Time(share.UpdatedAt),
        ["expiresAt"] = share.ExpiresAt is { } end ? Texts.Time(end) : null,
    };

    /// <summary>The publisher sees all projects that the share names; another one sees itself alone.</summary>
    public static JsonObject Detail(State state, Share share, Ref viewer)
    {
        var view = InList(state, share, viewer);
        view["originatingProject"] = Named(state, share.Publisher);
        view["sharedProjects"] = new JsonArray([.. (share.Publisher == viewer ? share.Projects : [viewer]).Select(project => Named(state, project))]);
        return view;
    }

    /// <summary>What a share is to a project that it names, whether it has ended or not.</summary>
    public static JsonObject Subscription(State state, Share share, Ref project)
    {
        var subscription = share.Subscribers.GetValueOrDefault(project.Place);
        return new()
        {
            ["project"] = Named(state, project),
            ["status"] = subscription is null ? "AVAILABLE" : "SUBSCRIBED",
            ["subscribedBy"] = subscription?.By,
            ["subscribedAt"] = subscription is null ? null : Texts.Time(subscription.At),
        };
    }

    private static JsonObject Named(State state, Ref project) => new() { ["id"] = state.IdOf(project), ["name"] = state.Project(project)!.Name };
}
