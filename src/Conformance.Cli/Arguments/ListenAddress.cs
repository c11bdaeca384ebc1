using System.Globalization;
using System.Net;

namespace Conformance.Cli.Arguments;

/// <summary>Where a server listens: a port on loopback, or an IP address with one.</summary>
internal static class ListenAddress
{
    /// <summary>Reads it; null when it is none.</summary>
    public static IPEndPoint? Parse(string text)
    {
        // A number alone would be read as an IP address.
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return new(IPAddress.Loopback, port);
        }

        var address = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)
            ? $"{IPAddress.Loopback}{text[text.IndexOf(':', StringComparison.Ordinal)..]}"
            : text;
        return
            address.Contains(':', StringComparison.Ordinal)
            && IPEndPoint.TryParse(address, out var endpoint)
            && (endpoint.Port > 0 || address.EndsWith(":0", StringComparison.Ordinal))
            ? endpoint
            : null;
    }
}
