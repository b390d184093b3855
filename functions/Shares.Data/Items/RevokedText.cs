using Shares.Core.Enforcing;
using Shares.Core.Ids;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>A revoked subject as one text, which may be a part of a key: <c>SUBSCRIBER#{p}</c>, <c>EXECUTION#{p}#{e}</c>, <c>PERSON#{p}#{user}</c>, <c>DATASET#{d}</c>.</summary>
public static class RevokedText
{
    public static string Write(Revoked subject) => subject switch
    {
        Revoked.Subscriber of => $"SUBSCRIBER#{of.ProjectId}",
        Revoked.Execution of => $"EXECUTION#{of.ProjectId}#{of.ExecutionId}",
        Revoked.Person of => $"PERSON#{of.ProjectId}#{KeyText.Escape(of.UserId.ToString())}",
        Revoked.Dataset of => $"DATASET#{of.DatasetId}",
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    /// <exception cref="FormatException">Not such a text; stored ones always are.</exception>
    public static Revoked Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('#') switch
        {
            ["SUBSCRIBER", var project] => new Revoked.Subscriber(UuidId.Parse<ProjectId>(project)),
            ["EXECUTION", var project, var id] => new Revoked.Execution(UuidId.Parse<ProjectId>(project), UuidId.Parse<ExecutionId>(id)),
            ["PERSON", var project, var user] => new Revoked.Person(UuidId.Parse<ProjectId>(project), UserId.Parse(KeyText.Unescape(user))),
            ["DATASET", var dataset] => new Revoked.Dataset(UuidId.Parse<DatasetId>(dataset)),
            _ => throw new FormatException("Nobody whose sessions can be revoked."),
        };
    }
}
