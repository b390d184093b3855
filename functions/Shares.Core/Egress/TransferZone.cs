namespace Shares.Core.Egress;

/// <summary>Where bytes went, as far as their price depends on it.</summary>
public enum TransferZone
{
    /// <summary>Out of AWS, or to an address that no published range places.</summary>
    Internet,

    /// <summary>To another Region of AWS.</summary>
    CrossRegion,

    /// <summary>Within the Region, which costs nothing.</summary>
    SameRegion,
}
