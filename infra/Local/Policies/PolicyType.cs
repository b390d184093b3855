namespace Shares.Local.Policies;

/// <summary>What a policy is attached to, as the helper process calls it.</summary>
internal static class PolicyType
{
    public const string Identity = "identity";
    public const string Resource = "resource";
}
