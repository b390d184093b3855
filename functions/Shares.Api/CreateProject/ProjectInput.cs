using Shares.Api.Projects;
using Shares.Core;
using Shares.Core.Failures;
using Shares.Core.Projects;
using Shares.Web.Bodies;

namespace Shares.Api.CreateProject;

/// <summary>A project as its administrators write it, when they create it and when they change it.</summary>
internal sealed record ProjectInput
{
    private const decimal LargestBudget = 1_000_000_000;
    private const int MostTags = Limits.TagsPerDataset;
    private const int MostContacts = 20;

    private static readonly TextRule ShortText = new(0, 120);
    private static readonly TextRule ClassificationId = new(1, 120);

    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? BillingAccountId { get; init; }
    public string? Organization { get; init; }
    public SettingsBody? Settings { get; init; }
    public IReadOnlyList<ContactBody?>? Contacts { get; init; }
    public IReadOnlyList<string?>? ClassificationIds { get; init; }
    public IReadOnlyList<TagBody?>? Tags { get; init; }

    /// <summary>A bucket that exists; none: one is made. Cannot be changed.</summary>
    public string? Bucket { get; init; }

    /// <summary>Missing: unchanged. Empty: none.</summary>
    public string? PipelineRoleArn { get; init; }

    /// <summary>What the project becomes by this. The bucket is not looked at.</summary>
    public Result<Project> ApplyTo(Project project, string accountId)
    {
        var errors = new FieldErrors();
        var changed = project with
        {
            Name = errors.Text("name", Name, TextRule.Name),
            Description = errors.Text("description", Description, TextRule.Description),
            BillingAccountId = errors.Text("billingAccountId", BillingAccountId, ShortText),
            Organization = errors.Text("organization", Organization, ShortText),
            Settings = ReadSettings(project.Settings, errors),
            Contacts = ReadContacts(errors),
            ClassificationIds = errors.Texts("classificationIds", ClassificationIds, ClassificationId, Limits.ClassificationsPerShare),
            Tags = errors.Texts("tags", Tags?.Select(t => t?.Value).ToList(), TextRule.Tag, MostTags),
            PipelineRoleArn = ReadRole(project.PipelineRoleArn, accountId, errors),
        };
        return errors.Failure is { } failure ? failure : changed;
    }

    private ProjectSettings ReadSettings(ProjectSettings current, FieldErrors errors)
    {
        if (Settings is null) return current;
        var period = current.BudgetPeriod;
        if (Settings.BudgetPeriod is not null && !ContractName.TryParse(Settings.BudgetPeriod, out period))
            errors.Add("settings.budgetPeriod", $"must be one of {string.Join(", ", ContractName.All<BudgetPeriod>())}");
        if (Settings.BudgetAmount is < 0 or > LargestBudget) errors.Add("settings.budgetAmount", $"must be from 0 to {LargestBudget}");
        return new()
        {
            BudgetAmount = Settings.BudgetAmount ?? current.BudgetAmount,
            BudgetPeriod = period,
            IsDiscoverable = Settings.IsDiscoverable ?? current.IsDiscoverable,
            IsShareable = Settings.IsShareable ?? current.IsShareable,
        };
    }

    private List<Contact> ReadContacts(FieldErrors errors)
    {
        if (Contacts is { Count: > MostContacts }) errors.Add("contacts", $"must have at most {MostContacts} entries");
        return Contacts is null or { Count: > MostContacts } ? [] : [.. Contacts.Select((contact, i) => new Contact(
            errors.Text($"contacts[{i}].name", contact?.Name, ShortText),
            errors.Text($"contacts[{i}].organization", contact?.Organization, ShortText),
            errors.Text($"contacts[{i}].email", contact?.Email, ShortText),
            errors.Text($"contacts[{i}].phone", contact?.Phone, ShortText)))];
    }

    private string? ReadRole(string? current, string accountId, FieldErrors errors)
    {
        if (PipelineRoleArn is null) return current;
        if (PipelineRoleArn.Length == 0) return null;
        if (!Core.Access.RoleArn.TryParse(PipelineRoleArn, out var role))
            errors.Add("pipelineRoleArn", "must be the ARN of an IAM role (arn:aws:iam::123456789012:role/name)");
        else if (role.AccountId != accountId)
            errors.Add("pipelineRoleArn", $"must be a role of account {accountId}");
        return PipelineRoleArn;
    }
}
