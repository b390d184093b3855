using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Datasets;

/// <summary>Only the owner changes a dataset.</summary>
internal static class OwnDataset
{
    /// <summary>Null when the project owns it. One that sees it is told that it may not, any other that there is nothing.</summary>
    public static Expected? Refuse(State state, Ref project, Dataset dataset) =>
        !Seeing.Sees(state, project, dataset) ? Expected.NotFound : dataset.Project == project ? null : Expected.RoleTooLow;
}
