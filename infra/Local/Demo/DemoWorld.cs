namespace Shares.Local.Demo;

/// <summary>What the API called the things of the demo.</summary>
/// <param name="Projects">Ids by name.</param>
/// <param name="Shares">Ids by name.</param>
/// <param name="Datasets">Id and bucket of each.</param>
public sealed record DemoWorld(
    IReadOnlyDictionary<string, string> Projects,
    IReadOnlyDictionary<string, string> Shares,
    IReadOnlyDictionary<DemoDataset, (string Id, string Bucket)> Datasets);
