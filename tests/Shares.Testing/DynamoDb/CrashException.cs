namespace Shares.Testing.DynamoDb;

/// <summary>Stands for the death of the program: nothing after the call at which it was thrown has run.</summary>
public sealed class CrashException() : Exception("The program crashed here.");
