using System.Text.Json.Serialization;
using Shares.Core;
using Shares.Core.Projects;

namespace Shares.Api.Projects;

/// <summary>A project in lists.</summary>
internal record ProjectAnswer
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyList<TagBody> Tags { get; init; }
    public required string Organization { get; init; }
    public required IReadOnlyList<string> ClassificationIds { get; init; }
    public required string BillingAccountId { get; init; }

    public static ProjectAnswer From(Project project) => new()
    {
        Id = project.Id.ToString(),
        Name = project.Name,
        Description = project.Description,
        Status = ContractName.Of(project.Status),
        Tags = TagBody.From(project.Tags),
        Organization = project.Organization,
        ClassificationIds = project.ClassificationIds,
        BillingAccountId = project.BillingAccountId,
    };
}

internal sealed record ProjectDetailAnswer : ProjectAnswer
{
    public required IReadOnlyList<ContactBody> Contacts { get; init; }
    public required SettingsBody Settings { get; init; }
    public required AccountBody Account { get; init; }
    public required string StatusMessage { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string Bucket { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PipelineRoleArn { get; init; }

    /// <summary>The caller's.</summary>
    public required string Role { get; init; }

    /// <summary>What the change does not do, in sentences; only in the answer to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notices { get; init; }

    public static ProjectDetailAnswer From(Project project, Role caller, ApiSettings settings) => new()
    {
        Id = project.Id.ToString(),
        Name = project.Name,
        Description = project.Description,
        Status = ContractName.Of(project.Status),
        Tags = TagBody.From(project.Tags),
        Organization = project.Organization,
        ClassificationIds = project.ClassificationIds,
        BillingAccountId = project.BillingAccountId,
        Contacts = [.. project.Contacts.Select(c => new ContactBody(c.Name, c.Organization, c.Email, c.Phone))],
        Settings = SettingsBody.From(project.Settings),
        Account = new AccountBody("HOSTED", settings.AccountId),
        StatusMessage = project.StatusMessage,
        CreatedBy = project.CreatedBy.ToString(),
        CreatedAt = project.CreatedAt,
        UpdatedAt = project.UpdatedAt,
        Bucket = project.Bucket,
        PipelineRoleArn = project.PipelineRoleArn,
        Role = ContractName.Of(caller),
    };
}
