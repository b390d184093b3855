using System.Reflection;

namespace Shares.Api.Version;

/// <summary>Which program answers, as the build has written into it.</summary>
/// <param name="Commit">Of the sources; empty when they were built outside their repository.</param>
/// <param name="BuiltAt">A time of RFC 3339; of builds for development, their day.</param>
internal sealed record VersionAnswer(string Version, string Commit, string BuiltAt)
{
    public static VersionAnswer Read(Assembly program)
    {
        var informational = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var parts = informational.Split('+', 2);
        var builtAt = program.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(each => each.Key == nameof(BuiltAt))?.Value;
        return new(parts[0], parts.ElementAtOrDefault(1) ?? "", builtAt ?? "");
    }
}
