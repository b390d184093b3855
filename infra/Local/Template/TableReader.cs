namespace Shares.Local.Template;

internal static class TableReader
{
    public static TableModel Read(Resource resource)
    {
        var table = resource.Properties();
        // Durability, billing and encryption of a real table.
        table.PassOver("BillingMode", "DeletionProtectionEnabled", "PointInTimeRecoverySpecification", "SSESpecification", "TableName");

        var types = Pairs(table, "AttributeDefinitions", "AttributeName", "AttributeType");
        if (types.Values.Any(type => type != "S")) throw resource.Place.Error(table.Node, "only keys of type S are known");

        var keys = Pairs(table, "KeySchema", "KeyType", "AttributeName");
        var lifetime = table.RequiredChild("TimeToLiveSpecification");
        if (!lifetime.Flag("Enabled")) throw resource.Place.Error(table.Node, "time to live is expected to be enabled");

        var stream = table.RequiredChild("StreamSpecification");
        var model = new TableModel(
            PhysicalNames.Ref(resource)!,
            keys.GetValueOrDefault("HASH") ?? throw resource.Place.Error(table.Node, "the partition key is missing"),
            keys.GetValueOrDefault("RANGE") ?? throw resource.Place.Error(table.Node, "the sort key is missing"),
            lifetime.RequiredText("AttributeName"),
            stream.RequiredText("StreamViewType"));
        foreach (var block in (Block[])[lifetime, stream, table]) block.End();
        return model;
    }

    private static Dictionary<string, string> Pairs(Block table, string list, string key, string value)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var item in table.Blocks(list))
        {
            pairs.Add(item.RequiredText(key), item.RequiredText(value));
            item.End();
        }

        return pairs;
    }
}
