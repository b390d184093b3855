using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Governance;
using Shares.Web.Bodies;

namespace Shares.Api.CreateClassification;

/// <param name="RequirementIds">Ids of governance requirements, which are kept elsewhere.</param>
internal sealed record ClassificationInput(string? Name, string? Description, IReadOnlyList<string?>? RequirementIds)
{
    public const int MaxRequirements = 100;
    public static readonly TextRule RequirementId = new(1, 120);

    public Result<Classification> ApplyTo(Classification classification)
    {
        var errors = new FieldErrors();
        var written = classification with
        {
            Name = errors.Text("name", Name, TextRule.Name),
            Description = errors.Text("description", Description ?? "", TextRule.Description),
            RequirementIds = errors.Texts("requirementIds", RequirementIds, RequirementId, MaxRequirements),
        };
        return errors.Failure is { } failure ? failure : written;
    }
}
