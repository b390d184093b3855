namespace Shares.Local.Template;

internal static class TrailReader
{
    public static TrailModel Read(Resource resource)
    {
        var trail = resource.Properties();
        trail.PassOver("TrailName", "IsMultiRegionTrail", "IncludeGlobalServiceEvents", "EnableLogFileValidation", "CloudWatchLogsRoleArn");
        if (!trail.Flag("IsLogging")) throw resource.Place.Error(trail.Node, "IsLogging is expected to be true");
        var model = new TrailModel(
            trail.RequiredText("S3BucketName"),
            LogGroup(trail.RequiredText("CloudWatchLogsLogGroupArn")),
            [.. trail.Blocks("AdvancedEventSelectors").Select(ReadSelector)]);
        trail.End();
        return model;
    }

    private static IReadOnlyList<FieldSelectorModel> ReadSelector(Block selector)
    {
        selector.PassOver("Name");
        var fields = selector.Blocks("FieldSelectors").Select(ReadField).ToList();
        selector.End();
        return fields;
    }

    private static FieldSelectorModel ReadField(Block field)
    {
        var model = new FieldSelectorModel(field.RequiredText("Field"), field.Texts("Equals"), field.Texts("StartsWith"));
        field.End();
        return model;
    }

    /// <param name="arn"><c>arn:aws:logs:{region}:{account}:log-group:{name}:*</c>.</param>
    private static string LogGroup(string arn) => arn.Split(':') is [_, _, _, _, _, _, var name, ..] ? name : arn;
}
