namespace Shares.SystemTests.Support;

/// <summary>Tests that stop functions, and so must not run beside others that need them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);
}
