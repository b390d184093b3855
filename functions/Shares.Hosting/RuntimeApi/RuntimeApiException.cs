namespace Shares.Hosting.RuntimeApi;

/// <summary>The Runtime API is in a state that a function cannot go on from; Lambda wants the process to exit.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
