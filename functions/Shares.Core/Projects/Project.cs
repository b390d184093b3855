using Shares.Core.Ids;

namespace Shares.Core.Projects;

/// <summary>The unit of ownership: members, settings, and one S3 bucket.</summary>
public sealed record Project
{
    public required ProjectId Id { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";
    public required ProjectStatus Status { get; init; }

    /// <summary>Why the status is what it is; empty when there is nothing to say.</summary>
    public string StatusMessage { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string Organization { get; init; } = "";
    public IReadOnlyList<string> ClassificationIds { get; init; } = [];
    public string BillingAccountId { get; init; } = "";
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public ProjectSettings Settings { get; init; } = new();

    /// <summary>The bucket of the project alone: no two projects name the same one.</summary>
    public required string Bucket { get; init; }

    /// <summary>ARN of the IAM role that this project's pipelines call with; null when it runs none.</summary>
    public string? PipelineRoleArn { get; init; }
    public required UserId CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows by one with every change; writes are conditional on it.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Name of the bucket that Provisioning makes for a project that did not bring one.</summary>
    public static string DefaultBucket(ProjectId id) => $"shares-{id.Hex()}";
}

/// <summary>PENDING until the bucket is there.</summary>
public enum ProjectStatus
{
    Pending,
    Completed,
    Failed,
}

public sealed record Contact(string Name, string Organization, string Email, string Phone);

public enum BudgetPeriod
{
    Monthly,
    Quarterly,
    Annually,
}

public sealed record ProjectSettings
{
    public decimal BudgetAmount { get; init; }
    public BudgetPeriod BudgetPeriod { get; init; }

    /// <summary>Others find the project and can name it in a share.</summary>
    public bool IsDiscoverable { get; init; }

    /// <summary>The project may create shares. Shares that exist go on when it is turned off.</summary>
    public bool IsShareable { get; init; }
}

public sealed record Member(ProjectId ProjectId, UserId UserId, Role Role);
