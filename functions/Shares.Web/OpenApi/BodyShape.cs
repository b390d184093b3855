using System.Text.Json;

namespace Shares.Web.OpenApi;

/// <summary>What the members of a body may be, by their JSON names. A text whose shape is given neither here nor in <see cref="CommonShapes"/> is an error.</summary>
public sealed class BodyShape(Type type)
{
    private readonly Dictionary<string, Shape> _members = [];

    public Type Type => type;

    /// <summary>Members that a request must have. All members of an answer are there but those that are ignored when they are null.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyDictionary<string, Shape> Members => _members;

    public Shape this[string member]
    {
        get => _members[member];
        set => _members.Add(member, value);
    }
}

/// <summary>Everything a function tells of itself to the program that writes the API's description.</summary>
/// <param name="Json">Knows the types of its bodies.</param>
public sealed record FunctionDescription(IReadOnlyList<OperationGroup> Groups, IReadOnlyList<BodyShape> Bodies, JsonSerializerOptions Json);
