using Shares.OpenApi;

// Writes what describes the API for machines and for people.
var contract = await Contract.ReadAsync();
foreach (var (path, text) in contract.Files)
{
    await File.WriteAllTextAsync(path, text);
    Console.WriteLine($"wrote {path}");
}
