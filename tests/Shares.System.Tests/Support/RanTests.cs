using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: Shares.SystemTests.Support.RanTests]

namespace Shares.SystemTests.Support;

/// <summary>Knows which classes with tests have run, since a filter may leave some out.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RanTestsAttribute : BeforeAfterTestAttribute
{
    internal static readonly ConcurrentDictionary<Type, bool> Classes = new();

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Classes[methodUnderTest.ReflectedType!] = true;
}

internal static class RanTests
{
    public static IEnumerable<string> ClassesThatDidNotRun() =>
        from type in typeof(RanTests).Assembly.GetTypes()
        where !type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true))
        where !RanTestsAttribute.Classes.ContainsKey(type)
        select type.FullName;
}
