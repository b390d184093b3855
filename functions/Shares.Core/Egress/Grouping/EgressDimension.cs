namespace Shares.Core.Egress.Grouping;

/// <summary>What sums of egress can be asked by.</summary>
public enum EgressDimension
{
    Day,
    Month,
    Share,
    Subscriber,
    Dataset,

    /// <summary>A person, or the execution of a pipeline.</summary>
    User,
    Zone,
    Route,
}
