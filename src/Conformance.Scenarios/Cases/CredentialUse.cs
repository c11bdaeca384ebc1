using System.Collections.Immutable;

namespace Conformance.Scenarios.Cases;

/// <summary>The credential a request is sent with.</summary>
public abstract record CredentialUse
{
    /// <summary>A valid one: from the token cache (renewed early, as declared), the API key, the pre-issued token, the certificate.</summary>
    public sealed record Managed : CredentialUse;

    /// <summary>None.</summary>
    public sealed record Anonymous : CredentialUse;

    /// <summary>Exactly this in the place of the credential itself (after <c>Bearer </c>, or as the API key).</summary>
    /// <param name="Text">The text.</param>
    public sealed record Literal(string Text) : CredentialUse;

    /// <summary>Exactly this as the whole header that carries credentials, scheme included.</summary>
    /// <param name="Value">The header's value; may be empty.</param>
    public sealed record WholeHeader(string Value) : CredentialUse;

    /// <summary>The valid one, changed so that it is another one.</summary>
    /// <param name="Change">What is changed.</param>
    public sealed record Tampered(CredentialChange Change) : CredentialUse;

    /// <summary>The valid one under another scheme, for example <c>Basic</c> or <c>bearer</c>.</summary>
    /// <param name="Scheme">The scheme to write; empty for the credential alone.</param>
    public sealed record OtherScheme(string Scheme) : CredentialUse;

    /// <summary>The valid one, but in another header only.</summary>
    /// <param name="Header">Name of that header.</param>
    /// <param name="Scheme">What stands before the credential; empty for nothing.</param>
    public sealed record OtherHeader(string Header, string Scheme) : CredentialUse;

    /// <summary>The valid one, but only in query parameters.</summary>
    /// <param name="Parameters">Names of the query parameters; each of them carries it.</param>
    public sealed record InQuery(ImmutableArray<string> Parameters) : CredentialUse;

    /// <summary>The valid one, but only as a field of the body: a member of a JSON object, else the field of a form.</summary>
    /// <param name="Field">Name of the field.</param>
    public sealed record InBody(string Field) : CredentialUse;

    /// <summary>The valid one, followed by another credential in the same header.</summary>
    /// <param name="Text">The other credential.</param>
    public sealed record Accompanied(string Text) : CredentialUse;

    /// <summary>A token captured by an earlier step of the case, used as it is, expired or not.</summary>
    /// <param name="Name">Name of the capture.</param>
    public sealed record CapturedToken(string Name) : CredentialUse;

    /// <summary>A token of the case's own that was asked for with these scopes only.</summary>
    /// <param name="Scopes">The scopes; empty to ask without a scope.</param>
    public sealed record WithScopes(ImmutableArray<string> Scopes) : CredentialUse;

    /// <summary>A token of the case's own, in a cache that no other case shares, renewed early and after 401 as declared.</summary>
    public sealed record OwnToken : CredentialUse;

    /// <summary>
    /// A valid one of a second client, which the configuration may name; a case that asks for it is skipped without.
    /// </summary>
    public sealed record SecondClient : CredentialUse;

    /// <summary>A JWT that is not to be trusted, made of the valid one or by the test issuer.</summary>
    /// <param name="Forgery">What is wrong with it.</param>
    public sealed record Forged(JwtForgery Forgery) : CredentialUse;

    /// <summary>Client id and secret by HTTP Basic, at the token endpoint (RFC 6749 section 2.3.1).</summary>
    /// <param name="Id">Client id; null for the configured one.</param>
    /// <param name="Secret">Client secret; null for the configured one.</param>
    public sealed record ClientBasic(string? Id, string? Secret) : CredentialUse;
}

/// <summary>How a valid credential is made one that was never issued.</summary>
public enum CredentialChange
{
    /// <summary>Its last character is another one.</summary>
    LastCharacter,

    /// <summary>Its first character is another one.</summary>
    FirstCharacter,

    /// <summary>A character in its middle is another one.</summary>
    MiddleCharacter,

    /// <summary>Its last character is missing.</summary>
    CutShort,

    /// <summary>It has one character more.</summary>
    Extended,

    /// <summary>It begins and is built like the valid one, and is another one.</summary>
    LookAlike,

    /// <summary>Its letters are in the other case; one without letters has its last character changed.</summary>
    LetterCase,
}
