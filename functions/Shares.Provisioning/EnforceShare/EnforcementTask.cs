using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Provisioning.EnforceShare;

/// <summary>A share of which storage is to be brought into line.</summary>
/// <param name="Seen">Access points that events name. With the recorded ones, all that may exist.</param>
/// <param name="Verify">Compare storage also when the table says that it is enforced.</param>
public sealed record EnforcementTask(ShareId Id, WorkingRun Run, IReadOnlyCollection<AccessPointName> Seen, bool Verify = false);
