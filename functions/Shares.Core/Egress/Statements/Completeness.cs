namespace Shares.Core.Egress.Statements;

/// <summary>How much of AWS's bill a statement rests on.</summary>
public enum BillState
{
    /// <summary>Cost Explorer could not be asked, or had nothing of the month.</summary>
    Missing,

    /// <summary>AWS may still change it.</summary>
    Estimated,

    Final,
}

/// <summary>What a statement rests on, so that a reader can tell what it may lack.</summary>
/// <param name="TrailReadUntil">Files of the trail up to this day were read; null when none was yet.</param>
/// <param name="CheckedDays">Pairs of a share and a day that CloudWatch had metrics for.</param>
/// <param name="UncheckedDays">Those that it had none for although the ledger has downloads.</param>
/// <param name="MeteredBytes">What CloudWatch counted on the checked days.</param>
/// <param name="CheckedBytes">What the ledger has of the same days. What they differ by is shown, and changes no number.</param>
public sealed record Completeness(
    BillState Bill, DateOnly? TrailReadUntil, int CheckedDays, int UncheckedDays, ByteCount MeteredBytes, ByteCount CheckedBytes)
{
    /// <summary>Positive: CloudWatch counted more than the ledger has.</summary>
    public long Gap => MeteredBytes.Value - CheckedBytes.Value;
}
