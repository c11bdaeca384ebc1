using System.Collections.Immutable;

namespace Conformance.Consumers.Receiver.Signing;

/// <summary>How a delivery is signed: as it should be, or wrong in one way.</summary>
/// <param name="Name">For ids: <c>wrong-secret</c>.</param>
/// <param name="Words">For titles: "signed with another secret".</param>
/// <param name="Header">The value of the signature header; null for none.</param>
internal sealed record SignatureForm(string Name, string Words, Func<SigningDesk, string?> Header)
{
    /// <summary>As it should be.</summary>
    public static SignatureForm Genuine { get; } = new("genuine", "signed", d => d.Header(d.Signature()));

    /// <summary>A list of several, of which the last one is valid.</summary>
    public static SignatureForm OneOfSeveral { get; } =
        new(
            "one-of-several",
            "with two signatures, the second of them valid",
            d => d.Header(d.Forged(), d.Signature())
        );

    /// <summary>Every way to be wrong.</summary>
    /// <param name="scheme">The scheme, for what only some have.</param>
    public static IEnumerable<SignatureForm> Wrong(DeliveryScheme scheme) =>
        [.. Always, .. scheme.TakesSeveral ? InLists : [], .. scheme.Mark == "sha256=" ? Prefixed : []];

    private static readonly ImmutableArray<SignatureForm> Always =
    [
        new("wrong-secret", "signed with another secret", d => d.Header(d.Forged())),
        new("missing", "without a signature", _ => null),
        new("empty", "with an empty signature header", _ => ""),
        new("no-digest", "with a signature that has no digest", d => d.Header(d.Scheme.Mark)),
        new(
            "cut-in-half",
            "with the first half of the valid signature",
            d => d.Header(Cut(d, t => t[..(t.Length / 2)]))
        ),
        new("cut-short", "with the valid signature but for its last character", d => d.Header(Cut(d, t => t[..^1]))),
        new("first-byte", "with a signature whose first byte is wrong", d => d.Header(d.Marked(Flip(d.Digest(), 0)))),
        new("last-byte", "with a signature whose last byte is wrong", d => d.Header(d.Marked(Flip(d.Digest(), ^1)))),
        new("of-other-bytes", "with the signature of another body", d => d.Header(d.SignatureOf("{}"u8.ToArray()))),
        new("of-nothing", "with the signature of an empty body", d => d.Header(d.SignatureOf([]))),
        new("unkeyed", "signed with an empty secret", d => d.Header(d.Marked(d.DigestWith([])))),
        new(
            "not-encoded",
            "with a signature that is no digest at all",
            d => d.Header($"{d.Scheme.Mark}*not*a*digest*")
        ),
    ];

    private static readonly ImmutableArray<SignatureForm> InLists =
    [
        new("several-wrong", "with two signatures, none of them valid", d => d.Header(d.Forged(), d.Forged())),
    ];

    private static readonly ImmutableArray<SignatureForm> Prefixed =
    [
        new("sha1", "signed with SHA-1, which the header says", d => d.Header($"sha1={d.Sha1()}")),
    ];

    private static string Cut(SigningDesk desk, Func<string, string> cut) =>
        desk.Scheme.Mark + cut(desk.Scheme.Encode(desk.Digest()));

    private static byte[] Flip(byte[] digest, Index at)
    {
        digest[at] ^= 0xff;
        return digest;
    }
}
