using Shares.Testing.RuntimeApi;

namespace Shares.Bench.Scale.Measure;

/// <summary>One request to the API, and what it may cost in the store: the use cases of docs/table.md, each with the request's own 2 reads.</summary>
/// <param name="Reads">Units at most, strong reads 1 for every begun 4 KB.</param>
/// <param name="Writes">Units at most, those of transactions 2 for every begun KB.</param>
/// <param name="Ask">The request; its number makes requests that must differ differ.</param>
internal sealed record UseCase(string Name, decimal Reads, decimal Writes, Func<int, HttpApiEvent> Ask)
{
    /// <summary>Puts things back after an answer, so that the next request finds them as this one did; not measured.</summary>
    public Func<HttpApiAnswer, HttpApiEvent>? Undo { get; init; }

    /// <summary>How often it is timed.</summary>
    public int Times { get; init; } = 20;

    /// <summary>Whether it is meant as asked again: the first request is not measured.</summary>
    public bool IsRepeated { get; init; }
}

/// <param name="Bytes">Of the store's answers.</param>
/// <param name="Median">Milliseconds of the whole request, over DynamoDB Local.</param>
internal sealed record Cost(UseCase UseCase, int RoundTrips, decimal Reads, decimal Writes, long Bytes, double Median, double P95)
{
    public bool IsWithinBudget => Reads <= UseCase.Reads && Writes <= UseCase.Writes;
}
