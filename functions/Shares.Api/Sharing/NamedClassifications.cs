using Shares.Core.Failures;
using Shares.Core.Ids;
using Shares.Data.Governance;
using Shares.Web.Bodies;

namespace Shares.Api.Sharing;

/// <summary>Which classifications a share may name: those that exist, and those that it names already.</summary>
internal static class NamedClassifications
{
    /// <param name="already">Named by the share before; they need no reading.</param>
    public static async Task<Failure?> RefuseAsync(
        ClassificationStore classifications, IReadOnlyList<string> wanted, IReadOnlyList<string> already, CancellationToken ct)
    {
        var added = wanted.Except(already, StringComparer.Ordinal).ToDictionary(text => text, IdOf, StringComparer.Ordinal);
        var found = await classifications.FindManyAsync([.. added.Values.OfType<ClassificationId>()], ct);
        var errors = new FieldErrors();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (added.TryGetValue(wanted[i], out var id) && (id is not { } known || !found.ContainsKey(known)))
                errors.Add($"classificationIds[{i}]", "is no classification");
        }

        return errors.Failure;
    }

    private static ClassificationId? IdOf(string text) => UuidId.TryParse<ClassificationId>(text, out var id) ? id : null;
}
