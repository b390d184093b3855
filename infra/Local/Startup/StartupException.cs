namespace Shares.Local.Startup;

/// <summary>The local cloud cannot start; the message is for the person who started it and says what to do.</summary>
public sealed class StartupException(string message) : Exception(message);
