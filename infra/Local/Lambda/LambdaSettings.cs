namespace Shares.Local.Lambda;

/// <param name="Concurrency">Processes of one function at most.</param>
/// <param name="Echo">Gets each line that a function prints, besides its log file.</param>
public sealed record LambdaSettings(AwsEndpoints Endpoints, string LogDirectory, int Concurrency = 4, Action<string>? Echo = null);
