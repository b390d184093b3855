using System.Globalization;
using Shares.Api.CreateProject;
using Shares.Core.Projects;
using Shares.Data.Sharing;

namespace Shares.Api.UpdateProject;

/// <summary>What turning a setting off does not do: shares that exist go on. Told to the administrator, and in the project's log.</summary>
internal static class SettingNotices
{
    /// <summary>Counting more would cost more than the number is worth.</summary>
    private const int MostCounted = 1000;

    /// <returns>Sentences; none when nothing is turned off, or no share goes on.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(Project project, ProjectInput input, ShareStore shares, CancellationToken ct)
    {
        var notices = new List<string>();
        if (project.Settings.IsShareable && input.Settings?.IsShareable == false)
        {
            var published = await shares.CountPublishedAsync(project.Id, MostCounted, ct);
            if (published > 0) notices.Add("No new shares can be made. " + (published == 1
                ? "The one that this project publishes goes on until it is deleted."
                : $"The {Number(published)} that this project publishes go on until they are deleted."));
        }

        if (project.Settings.IsDiscoverable && input.Settings?.IsDiscoverable == false)
        {
            var received = await shares.CountReceivedAsync(project.Id, MostCounted, ct);
            if (received > 0) notices.Add("No new share can name this project. " + (received == 1
                ? "The one that names it goes on."
                : $"The {Number(received)} that name it go on."));
        }

        return notices;
    }

    private static string Number(int count) => count < MostCounted
        ? count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{MostCounted} and more");
}
