using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Shares.SystemTests.Support.LastComesLast))]

namespace Shares.SystemTests.Support;

/// <summary>Tests that look at what all others left behind.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Last
{
    public const string Name = nameof(Last);
}

/// <summary>Collections that run alone run after those that run beside others, in the order given here.</summary>
public sealed class LastComesLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName == Last.Name)];
}
