using Shares.Local.Identity;
using Shares.Local.Template;

namespace Shares.Local.Trail;

/// <summary>Which requests a trail logs, by its advanced event selectors.</summary>
public sealed class TrailSelectors(IReadOnlyList<IReadOnlyList<FieldSelectorModel>> selectors)
{
    public bool Matches(ObjectRequest request) => selectors.Any(fields => fields.All(field => Fits(field, ValueOf(field.Field, request))));

    /// <exception cref="TemplateException">The local cloud does not know the field.</exception>
    private static string ValueOf(string field, ObjectRequest request) => field switch
    {
        "eventCategory" => "Data",
        "resources.type" => "AWS::S3::AccessPoint",
        "resources.ARN" => LocalAccount.AccessPointArn(request.AccessPoint),
        "eventName" => request.Name,
        "readOnly" => request.IsRead ? "true" : "false",
        _ => throw new TemplateException($"the local cloud does not know the field {field} of event selectors"),
    };

    private static bool Fits(FieldSelectorModel field, string value) =>
        field.EqualTo.Contains(value, StringComparer.Ordinal) || field.StartsWith.Any(start => value.StartsWith(start, StringComparison.Ordinal));
}
