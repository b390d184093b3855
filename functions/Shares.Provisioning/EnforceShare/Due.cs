using Shares.Core.Enforcing;
using Shares.Core.Sharing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>When storage is looked at again though nothing was changed.</summary>
internal static class Due
{
    /// <summary>Every hour, as the schedule wakes the function every few minutes.</summary>
    public static readonly TimeSpan Regularly = TimeSpan.FromMinutes(55);

    /// <summary>For what should be done already.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(4);

    /// <summary>Earlier when the share ends, or a revocation is not needed any more.</summary>
    public static DateTimeOffset After(DateTimeOffset now, Share share, Revocations revocations)
    {
        var ends = new[] { share.ExpiresAt, revocations.FirstEnd }.Where(end => end > now).OfType<DateTimeOffset>();
        return ends.Append(now + Regularly).Min();
    }
}
