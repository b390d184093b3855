namespace Shares.Local.Lambda;

/// <summary>What the Runtime API thinks of an answer: 202, 400, 403.</summary>
public enum RuntimeVerdict
{
    Accepted,
    UnknownRequest,
    WrongOrder,
}
