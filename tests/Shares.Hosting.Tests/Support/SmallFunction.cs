using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Shares.Hosting.Tests.Support;

/// <summary>A web function for tests of what only a process can show: its start, its end, its memory.</summary>
internal static class SmallFunction
{
    public const string Variable = "SMALL_FUNCTION";

    public const string Works = "works";

    public const string FailsToBuild = "fails-to-build";

    public static async Task<int> RunAsync(string kind, string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args }).AddLambdaHosting();
        if (kind == FailsToBuild) throw new InvalidOperationException("secret of the settings");
        var app = builder.Build();
        app.MapGet("/heap-limit", () => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes.ToString(CultureInfo.InvariantCulture));
        await app.RunAsync();
        return 0;
    }
}
