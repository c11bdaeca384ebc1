namespace Conformance.Tests.Hostile;

/// <summary>Where a hostile server misbehaves; everywhere else it keeps the contract.</summary>
internal enum Place
{
    /// <summary>In its answer to a GET.</summary>
    Answer,

    /// <summary>In its answer to a POST that creates something, from which the identifier for the next request is taken.</summary>
    Creation,

    /// <summary>In its answer to the token request that a GET needs.</summary>
    Token,

    /// <summary>In the TLS handshake of the connection that a GET would come by.</summary>
    Handshake,
}
