namespace Shares.Core.Egress.Statements;

public enum StatementStatus
{
    /// <summary>The month runs, or AWS may still change its bill: costs are computed from prices and change with every run.</summary>
    Estimated,

    /// <summary>Costs are those of AWS's bill. Changes only by a new version.</summary>
    Final,
}
