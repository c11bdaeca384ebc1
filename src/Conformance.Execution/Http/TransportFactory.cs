using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Conformance.Execution.Http;

/// <summary>Makes connections that add nothing and hide nothing: no redirects, cookies, decompression, proxy or tracing headers.</summary>
internal static class TransportFactory
{
    /// <summary>Kilobytes of response headers that are read at most.</summary>
    public const int MaxHeaderKilobytes = 64;

    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    /// <summary>A pool of connections that present this certificate, or none.</summary>
    public static SocketsHttpHandler Create(
        TimeSpan requestTimeout,
        ServerCertificate server,
        X509Certificate2? clientCertificate
    ) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = requestTimeout < LongestConnect ? requestTimeout : LongestConnect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // A body over the cap is not read to its end for the sake of the connection.
            MaxResponseDrainSize = 0,
            Expect100ContinueTimeout = TimeSpan.Zero,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = server.Validate,
                ClientCertificates = clientCertificate is null ? null : [clientCertificate],
                // Present it even to a server that does not list its issuer; whether it is accepted is the server's to say.
                LocalCertificateSelectionCallback = clientCertificate is null
                    ? null
                    : (_, _, _, _, _) => clientCertificate,
            },
        };
}
