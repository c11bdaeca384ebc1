using System.Globalization;
using Conformance.Execution.Recording;

namespace Conformance.Reports.Wording;

/// <summary>An exchange on one line.</summary>
internal static class ExchangeLine
{
    /// <summary><c>#2 create: POST /api/v1/orders -> 201 (34 ms)</c>; the host is left out, since it is the run's.</summary>
    public static string Of(Exchange exchange) =>
        string.Create(CultureInfo.InvariantCulture, $"#{exchange.Index + 1} {exchange.Step}: {Short(exchange)}");

    /// <summary>The same without number and step.</summary>
    public static string Short(Exchange exchange) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Purpose(exchange.Purpose)}{exchange.Request.Method} {exchange.Request.Url.PathAndQuery} -> {Answer(exchange)} ({exchange.Duration.TotalMilliseconds:0} ms)"
        );

    /// <summary>The status, or why there is none.</summary>
    public static string Answer(Exchange exchange) =>
        exchange.Response is { } response
            ? response.Status.ToString(CultureInfo.InvariantCulture)
            : exchange.Failure?.Kind switch
            {
                TransportFailureKind.Unreachable => "unreachable",
                TransportFailureKind.Tls => "TLS failure",
                TransportFailureKind.Timeout => "timeout",
                TransportFailureKind.Protocol => "broken response",
                TransportFailureKind.Cancelled => "cancelled",
                TransportFailureKind.NotSent => "not sent",
                _ => "no response",
            };

    private static string Purpose(ExchangePurpose purpose) =>
        purpose switch
        {
            ExchangePurpose.Token => "token: ",
            ExchangePurpose.ProviderState => "provider state: ",
            ExchangePurpose.Clock => "clock: ",
            ExchangePurpose.Delivery => "delivery: ",
            _ => "",
        };
}
