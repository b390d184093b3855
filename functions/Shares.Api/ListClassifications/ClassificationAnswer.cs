using Shares.Core.Governance;

namespace Shares.Api.ListClassifications;

/// <summary>A kind of data, by what its readers have to meet.</summary>
internal sealed record ClassificationAnswer(
    string Id, string Name, string Description, IReadOnlyList<string> RequirementIds, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ClassificationAnswer From(Classification of) =>
        new(of.Id.ToString(), of.Name, of.Description, of.RequirementIds, of.CreatedBy.ToString(), of.CreatedAt, of.UpdatedAt);
}
