using Amazon.DynamoDBv2.Model;
using Shares.Core.Enforcing;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>What an access point refuses: a map inside the enforcement's item.</summary>
public static class RevocationListMap
{
    /// <summary>Null for an empty list, which takes no attribute.</summary>
    public static AttributeValue? Write(RevocationList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list is { Entries.Count: 0, Since: null } ? null : new() { M = new Item().With("Entries", list.Entries, Entry).With("Since", list.Since) };
    }

    public static RevocationList Read(AttributeValue? map) =>
        map is null ? RevocationList.Empty : new(map.M.List("Entries", Entry), map.M.TimeOrNull("Since"));

    private static AttributeValue Entry(Revocation revocation) =>
        new() { M = new Item().With("Subject", RevokedText.Write(revocation.Subject)).With("Moment", revocation.Moment) };

    private static Revocation Entry(AttributeValue map) => new(RevokedText.Parse(map.M.Text("Subject")), map.M.Time("Moment"));
}
