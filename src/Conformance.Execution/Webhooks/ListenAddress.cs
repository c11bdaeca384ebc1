using System.Globalization;
using System.Net;

namespace Conformance.Execution.Webhooks;

/// <summary>Reads the address on which deliveries are listened for.</summary>
internal static class ListenAddress
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Forms = "a port (9000), or an address and a port (127.0.0.1:9000, 0.0.0.0:9000, [::1]:9000)";

    /// <summary>The address; null when the text is none.</summary>
    public static IPEndPoint? Parse(string text)
    {
        var trimmed = text.Trim();
        if (Port(trimmed.TrimStart(':')) is { } alone)
        {
            return new(IPAddress.Loopback, alone);
        }

        var colon = trimmed.LastIndexOf(':');
        if (colon <= 0 || Port(trimmed[(colon + 1)..]) is not { } port)
        {
            return null;
        }

        var host = trimmed[..colon].Trim('[', ']');
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? new(IPAddress.Loopback, port)
            : IPAddress.TryParse(host, out var address) ? new(address, port)
            : null;
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : null;
}
