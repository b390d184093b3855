using Shares.Core.Ids;

namespace Shares.Core.Enforcing;

/// <summary>Whose sessions storage refuses, of those that were issued before a moment.</summary>
public abstract record Revoked
{
    private Revoked() { }

    /// <summary>A project that has unsubscribed or was taken out of the share: all its sessions.</summary>
    public sealed record Subscriber(ProjectId ProjectId) : Revoked;

    /// <summary>One execution of a project's pipeline that the publisher has cut off.</summary>
    public sealed record Execution(ProjectId ProjectId, ExecutionId ExecutionId) : Revoked;

    /// <summary>A person who has lost their role in the project that they downloaded for.</summary>
    public sealed record Person(ProjectId ProjectId, UserId UserId) : Revoked;

    /// <summary>A dataset that has left the share: everybody's sessions, below that dataset's prefix.</summary>
    public sealed record Dataset(DatasetId DatasetId) : Revoked;

    /// <summary>Pipelines read through the analyze access point alone, people through the download access point alone.</summary>
    public bool Concerns(AccessPointKind kind) => this switch
    {
        Execution => kind == AccessPointKind.Analyze,
        Person => kind == AccessPointKind.Download,
        _ => true,
    };
}

/// <summary>Somebody who has lost access, or something to which access was lost.</summary>
/// <param name="LastIssued">No session that has to end was issued after this time.</param>
public sealed record LostAccess(Revoked Subject, DateTimeOffset LastIssued);
