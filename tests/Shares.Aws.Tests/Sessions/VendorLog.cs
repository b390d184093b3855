using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shares.Aws.Sessions;

namespace Shares.Aws.Tests.Sessions;

/// <summary>What a vendor has logged.</summary>
internal sealed class VendorLog : ILogger<SessionVendor>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => NullLogger.Instance.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{formatter(state, exception)} {exception}");
}
