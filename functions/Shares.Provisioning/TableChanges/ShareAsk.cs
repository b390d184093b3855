using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Streams;

namespace Shares.Provisioning.TableChanges;

/// <summary>What one change of the table asks for of one share.</summary>
/// <param name="MadeAt">When the change was made, as far as the table or its stream tell.</param>
public sealed record ShareAsk(ShareId ShareId, string SequenceNumber, DateTimeOffset MadeAt)
{
    public TableChange.ShareChanged? Change { get; init; }
    public LostAccess? Lost { get; init; }

    /// <summary>Requests to revoke sessions wait to be worked off.</summary>
    public bool HasRequests { get; init; }
    public DateTimeOffset? VerificationAskedAt { get; init; }
}
