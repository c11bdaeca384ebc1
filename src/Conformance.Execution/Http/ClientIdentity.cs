namespace Conformance.Execution.Http;

/// <summary>Which TLS client certificate a connection presents; each has its own connection pool.</summary>
internal enum ClientIdentity
{
    /// <summary>The configured one, where the specification declares one; otherwise none.</summary>
    Configured,

    /// <summary>The second client's.</summary>
    Second,

    /// <summary>None.</summary>
    Anonymous,

    /// <summary>One that nobody the target trusts has issued.</summary>
    Foreign,

    /// <summary>One with the names of the configured one and of its issuer, which that issuer has not issued.</summary>
    Imitation,
}
