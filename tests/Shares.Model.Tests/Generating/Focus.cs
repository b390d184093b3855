using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Operations.Datasets;
using Shares.Model.Tests.Operations.Projects;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

/// <summary>What concurrent operations meet at.</summary>
internal sealed record Focus(Ref Project, Ref Share, Ref Dataset)
{
    /// <summary>What the owners see of it.</summary>
    public IEnumerable<Operation> Looks(State state)
    {
        if (OwnerOf(state, Project) is { } owner)
        {
            yield return new ListMembers(owner, Project, null);
            yield return new ListAudit(owner, Project, new(), null);
        }

        if (state.Share(Share) is { } share) yield return new GetShare(OwnerOf(state, share.Publisher)!, share.Publisher, Share);
        if (state.Dataset(Dataset) is { } dataset) yield return new GetDataset(OwnerOf(state, dataset.Project)!, dataset.Project, Dataset);
    }

    private static Actor.Person? OwnerOf(State state, Ref project) => state.Project(project) is { } found
        ? new Actor.Person(state.NameOf(found.Members.First(member => member.Value == Roles.Owner).Key))
        : null;
}
