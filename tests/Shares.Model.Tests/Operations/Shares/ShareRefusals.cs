using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Shares;

internal static class ShareRefusals
{
    /// <summary>Null when the project publishes the share. One that sees it is told that it may not, any other that there is nothing.</summary>
    public static Expected? UnlessPublisher(State state, Share share, Ref project) => Seeing.TypeOf(state, share, project) switch
    {
        null => Expected.NotFound,
        Seeing.Publisher => null,
        _ => Expected.RoleTooLow,
    };

    /// <summary>What is wrong by itself, and what may not be named, may be told together or one after the other.</summary>
    /// <param name="before">Null for a new share.</param>
    public static IEnumerable<Expected> OfBody(State state, ShareBody body, Ref publisher, Share? before)
    {
        string[][] kinds = [[.. body.WrongFields(state)], [.. body.WrongClassifications(state, before)], [.. body.WrongProjects(state, publisher, before)]];
        var wrong = kinds.Where(fields => fields.Length > 0).ToList();
        return from told in Enumerable.Range(1, (1 << wrong.Count) - 1)
               select Expected.Invalid(wrong.Where((_, kind) => (told & (1 << kind)) != 0).SelectMany(fields => fields));
    }
}
