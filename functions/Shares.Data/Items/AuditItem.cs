using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shares.Core.Audit;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>
/// An entry in the log of a project: <c>PROJECT#{p}#AUDIT#{yyyy-mm}</c>, <c>{time}#{id}</c>, so in the order of time. A partition for
/// each month, so that none grows without end.
/// </summary>
public static class AuditItem
{
    private const int IdBytes = 16;

    /// <param name="month">As <see cref="MonthOf(DateTimeOffset)"/> writes it.</param>
    public static string Partition(ProjectId project, string month) => $"{ProjectItem.Partition(project)}#AUDIT#{month}";

    public static string MonthOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static Item ToItem(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var key = new Key(Partition(entry.ProjectId, MonthOf(entry.At)), $"{AttributeWriting.Time(entry.At).S}#{entry.Id}");
        return key.ToItem()
            .With("Actor", entry.Actor.Type)
            .With("ActorId", entry.Actor.Id)
            .With("Address", entry.Actor.Address)
            .With("Agent", entry.Actor.UserAgent)
            .With("Action", entry.Action)
            .With("Target", entry.Target.Type)
            .With("TargetId", entry.Target.Id)
            .With("TargetName", entry.Target.Name)
            .With("Changes", entry.Changes, ToMap)
            .With("Note", entry.Note);
    }

    public static AuditEvent FromItem(Item item)
    {
        var (partition, sort) = Key.Of(item);
        var parts = sort.Split('#');
        return new()
        {
            Id = UuidId.Parse<AuditEventId>(parts[1]),
            At = AttributeReading.Time(parts[0]),
            ProjectId = UuidId.Parse<ProjectId>(partition[ProjectItem.Prefix.Length..].Split('#')[0]),
            Actor = new(item.Name<ActorType>("Actor"), item.Text("ActorId"), item.Text("Address"), item.Text("Agent")),
            Action = item.Name<AuditAction>("Action"),
            Target = new(item.Name<AuditTargetType>("Target"), item.Text("TargetId"), item.Text("TargetName")),
            Changes = item.List("Changes", FromMap),
            Note = item.TextOrNull("Note"),
        };
    }

    private static AttributeValue ToMap(AuditChange change) => new()
    {
        M = new Item().With("Field", change.Field).With("Before", Values(change.Before)).With("After", Values(change.After)),
    };

    private static AuditChange FromMap(AttributeValue map) => new(map.M.Text("Field"), Texts(map.M, "Before"), Texts(map.M, "After"));

    /// <summary>
    /// Ids are packed to 16 bytes each: those of a thousand projects that went and a thousand that came are most of what an entry can hold.
    /// </summary>
    private static AttributeValue? Values(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return null;
        var packed = new MemoryStream(texts.Count * IdBytes);
        foreach (var text in texts)
        {
            if (!UuidId.TryParse<AuditEventId>(text, out var id)) return new() { L = [.. texts.Select(AttributeWriting.Text)] };
            packed.Write(id.Value.ToByteArray(bigEndian: true));
        }

        packed.Position = 0;
        return new() { B = packed };
    }

    private static IReadOnlyList<string> Texts(Item map, string name) => map.GetValueOrDefault(name) switch
    {
        null => [],
        { B: { } packed } => [.. packed.ToArray().Chunk(IdBytes).Select(bytes => new Guid(bytes, bigEndian: true).ToString("D"))],
        _ => map.Texts(name),
    };
}
