using System.Net.Sockets;
using System.Security.Authentication;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>Says in words why a request got no usable answer.</summary>
internal static class TransportFailures
{
    /// <summary>Describes what the connection threw.</summary>
    public static TransportFailure Describe(Exception exception, Uri target)
    {
        var place = target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        foreach (var cause in Causes(exception))
        {
            if (Recognise(cause, target, place) is { } failure)
            {
                return failure;
            }
        }

        return new(TransportFailureKind.Protocol, $"{place}: {Sentence(exception.GetBaseException())}");
    }

    /// <summary>Describes a request that took longer than allowed.</summary>
    public static TransportFailure TimedOut(Uri target, TimeSpan allowed, bool hadHeaders)
    {
        var place = target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var what = hadHeaders ? "sent headers but did not finish its answer" : "did not answer";
        return new(TransportFailureKind.Timeout, $"{place} {what} within {allowed.TotalSeconds:0.###} s");
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        // Innermost first: the socket knows more than the client that wraps it.
        var chain = new List<Exception>();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    private static TransportFailure? Recognise(Exception cause, Uri target, string place) =>
        cause switch
        {
            BrokenFramingException framing => new(
                TransportFailureKind.Protocol,
                $"{place} {framing.Message}, so that its answer has no clear end"
            ),
            SocketException socket => new(KindOf(socket), $"{place}: {WordsFor(socket, target)}"),
            AuthenticationException tls => new(TransportFailureKind.Tls, $"{place}: {WordsFor(tls)}"),
            TimeoutException => new(TransportFailureKind.Unreachable, $"{place}: no connection in time"),
            NotSendableException => new(TransportFailureKind.NotSent, cause.Message),
            HttpIOException io => ForHttp(io.HttpRequestError, io, place),
            HttpRequestException http => ForHttp(http.HttpRequestError, http, place),
            _ => null,
        };

    private static TransportFailureKind KindOf(SocketException socket) =>
        socket.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown
            ? TransportFailureKind.Protocol
            : TransportFailureKind.Unreachable;

    private static string WordsFor(SocketException socket, Uri target) =>
        socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => $"connection refused; nothing listens on port {target.Port}",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                $"the host name '{target.Host}' is not known",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => "the host cannot be reached from here",
            SocketError.TimedOut => "no connection in time",
            SocketError.ConnectionReset or SocketError.ConnectionAborted => "the connection was reset by the server",
            _ => socket.Message,
        };

    private static string WordsFor(AuthenticationException tls) =>
        tls.Message.Contains("corrupted frame", StringComparison.OrdinalIgnoreCase)
        || tls.Message.Contains("wrong version number", StringComparison.OrdinalIgnoreCase)
            ? "the TLS handshake failed; the server does not speak TLS on this port (is it http:// instead?)"
            : $"the TLS handshake failed: {Sentence(tls.InnerException?.GetBaseException() ?? tls)}";

    // Without its full stop: more follows.
    private static string Sentence(Exception cause) => Excerpt.Of(cause.Message).TrimEnd('.');

    private static TransportFailure? ForHttp(HttpRequestError error, Exception cause, string place) =>
        error switch
        {
            HttpRequestError.NameResolutionError => new(
                TransportFailureKind.Unreachable,
                $"{place}: unknown host name"
            ),
            HttpRequestError.ConnectionError => new(TransportFailureKind.Unreachable, $"{place}: no connection"),
            HttpRequestError.SecureConnectionError => new(
                TransportFailureKind.Tls,
                $"{place}: the TLS handshake failed; {Sentence(cause.GetBaseException())}"
            ),
            HttpRequestError.InvalidResponse => new(
                TransportFailureKind.Protocol,
                $"{place} answered with something that is not HTTP"
            ),
            HttpRequestError.ResponseEnded => new(
                TransportFailureKind.Protocol,
                $"{place} closed the connection before its answer was complete"
            ),
            HttpRequestError.ConfigurationLimitExceeded => new(
                TransportFailureKind.Protocol,
                $"{place} sent more headers than the {TransportFactory.MaxHeaderKilobytes} KB that are read"
            ),
            _ => null,
        };
}
