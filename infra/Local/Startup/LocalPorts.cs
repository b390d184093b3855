using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shares.Local.Startup;

/// <summary>The ports of this machine that the local cloud answers on, all on the loopback interface.</summary>
public sealed record LocalPorts(int Base)
{
    public const int DefaultBase = 8000;

    public int DynamoDb => Base;
    public int Gateway => Base + 80;

    /// <summary>AWS as seen from the Internet.</summary>
    public int Internet => Base + 900;

    /// <summary>AWS as seen from the pipelines' VPC.</summary>
    public int Vpc => Base + 901;

    private IEnumerable<int> All => [DynamoDb, Gateway, Internet, Vpc];

    /// <exception cref="StartupException">Not a number, or one that leaves no room.</exception>
    public static LocalPorts Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1024 and <= 64000
            ? new(number)
            : throw new StartupException("--port-base takes a number from 1024 to 64000");

    /// <exception cref="StartupException">Somebody else has one of them; the message says who, where that can be seen.</exception>
    public void CheckFree()
    {
        foreach (var port in All)
        {
            if (IsFree(port)) continue;
            var owner = PortOwner.Find(port) is { } who ? $" by {who}" : "";
            throw new StartupException($"port {port} is in use{owner}. Stop it, or choose other ports with --port-base N (now {Base}).");
        }
    }

    private static bool IsFree(int port) => IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.IPv6Loopback, port);

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException exception)
        {
            // Machines without IPv6 have no such address, which is no obstacle.
            return exception.SocketErrorCode is not SocketError.AddressAlreadyInUse;
        }
    }
}
