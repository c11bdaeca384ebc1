namespace Conformance.Scenarios.Cases;

/// <summary>What is wrong with a JWT.</summary>
public abstract record JwtForgery
{
    /// <summary>The valid one under another algorithm, without a signature.</summary>
    /// <param name="Algorithm">What <c>alg</c> says, for example <c>none</c>.</param>
    public sealed record Unsigned(string Algorithm) : JwtForgery;

    /// <summary>The valid one without its signature.</summary>
    /// <param name="KeepsDot">Whether the dot before the signature stays.</param>
    public sealed record Stripped(bool KeepsDot) : JwtForgery;

    /// <summary>The valid one with claims that were prolonged under the old signature.</summary>
    public sealed record Altered : JwtForgery;

    /// <summary>The valid one with another header member under the old signature.</summary>
    /// <param name="Name">Name of the member.</param>
    /// <param name="Value">Its value.</param>
    public sealed record Header(string Name, string Value) : JwtForgery;

    /// <summary>One of the test issuer, with this flaw.</summary>
    /// <param name="Flaw">The flaw.</param>
    public sealed record Issued(JwtFlaw Flaw) : JwtForgery;
}

/// <summary>A flaw of a JWT whose signature is right.</summary>
public enum JwtFlaw
{
    /// <summary>None: the token is valid.</summary>
    None,

    /// <summary>It expired ten minutes ago, longer than servers' clocks may differ.</summary>
    Expired,

    /// <summary>It is valid in an hour.</summary>
    NotYetValid,

    /// <summary>It is for another audience.</summary>
    OtherAudience,

    /// <summary>It is for no audience.</summary>
    NoAudience,

    /// <summary>It says to be of another issuer.</summary>
    OtherIssuer,

    /// <summary>It demands an extension that does not exist (<c>crit</c>).</summary>
    UnknownExtension,
}
