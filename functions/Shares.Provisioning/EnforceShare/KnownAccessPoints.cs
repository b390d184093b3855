using Shares.Core.Enforcing;
using Shares.Core.Sharing;

namespace Shares.Provisioning.EnforceShare;

/// <summary>What is known of a share's access points while storage is being brought into line.</summary>
internal sealed class KnownAccessPoints
{
    private readonly HashSet<AccessPointName> _mayExist;
    private readonly Dictionary<AccessPointKind, ProvisionedAccessPoint> _ready;
    private readonly HashSet<AccessPointKind> _lost = [];

    /// <param name="mayExist">Whatever any record or event names.</param>
    /// <param name="remembered">What the share remembers; only what it still wants counts.</param>
    public KnownAccessPoints(
        IEnumerable<AccessPointName> mayExist, EnforcementSummary? remembered, IReadOnlyList<DesiredAccessPoint> desired)
    {
        ProvisionedAccessPoint[] ready = [.. new[] { remembered?.Analyze, remembered?.Download }.OfType<ProvisionedAccessPoint>()];
        Before = new HashSet<AccessPointName>([.. mayExist, .. ready.Select(known => known.Name)]);
        _mayExist = [.. Before, .. desired.Select(d => d.Name)];
        _ready = ready.Where(known => desired.Any(d => d.Name == known.Name)).ToDictionary(known => known.Name.Kind);
    }

    /// <summary>Those that may have existed before anything was done.</summary>
    public IReadOnlySet<AccessPointName> Before { get; }

    /// <summary>Those that may exist now or are about to.</summary>
    public IReadOnlyList<AccessPointName> MayExist => [.. _mayExist.OrderBy(name => name.ToString(), StringComparer.Ordinal)];

    /// <summary>
    /// Kinds that need a new generation. Sessions may be out for what was there; an access point of the same name would let them through
    /// before it has its policy.
    /// </summary>
    public IReadOnlyCollection<AccessPointKind> Lost => _lost;

    public bool IsReady(AccessPointName name) => _ready.GetValueOrDefault(name.Kind)?.Name == name;

    /// <summary>S3 said that there is none.</summary>
    public void Gone(AccessPointName name) => _mayExist.Remove(name);

    /// <summary>It is not there, or not as it was made: nothing is to be read through it.</summary>
    public void NotReady(AccessPointName name)
    {
        if (IsReady(name)) _lost.Add(name.Kind);
        _ready.Remove(name.Kind);
    }

    /// <summary>It was read back with its policy.</summary>
    public void Ready(ProvisionedAccessPoint provisioned) => _ready[provisioned.Name.Kind] = provisioned;

    public EnforcementSummary Summary(EnforcementState state, DateTimeOffset? revokedUntil) => new(
        state, _ready.GetValueOrDefault(AccessPointKind.Analyze), _ready.GetValueOrDefault(AccessPointKind.Download), revokedUntil);
}
