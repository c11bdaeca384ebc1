using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Credentials;

/// <summary>Makes of a valid credential one that was never issued; never the same text again.</summary>
internal static class CredentialChanges
{
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // What a server that only looks at the beginning of a credential may look at, and no more than half of it.
    private const int KeptBeginning = 8;

    /// <summary>The changed credential.</summary>
    public static string Apply(CredentialChange change, string value) =>
        change switch
        {
            _ when value.Length == 0 => "A",
            CredentialChange.FirstCharacter => Other(value[0]) + value[1..],
            CredentialChange.MiddleCharacter => At(value, value.Length / 2),
            CredentialChange.CutShort when value.Length > 1 => value[..^1],
            CredentialChange.Extended => value + Other(value[^1]),
            CredentialChange.LookAlike => LookAlike(value),
            CredentialChange.LetterCase when value.Any(char.IsAsciiLetter) => string.Concat(value.Select(OtherCase)),
            _ => At(value, value.Length - 1),
        };

    private static string At(string value, int index) => value[..index] + Other(value[index]) + value[(index + 1)..];

    // The last character of a signature may carry padding bits that a decoder ignores, so the bit that is changed is
    // its highest.
    private static char Other(char character)
    {
        var index = Base64Url.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? 'A' : Base64Url[(index + (Base64Url.Length / 2)) % Base64Url.Length];
    }

    // Of a JWT, header and claims stay as they are: then nothing but the signature gives it away.
    private static string LookAlike(string value)
    {
        var dot = value.Count(c => c == '.') == 2 ? value.LastIndexOf('.') + 1 : 0;
        var kept = Math.Max(dot, Math.Min(KeptBeginning, value.Length / 2));
        var rest = string.Concat(value[kept..].Select(Turned));
        return rest == value[kept..] ? At(value, value.Length - 1) : value[..kept] + rest;
    }

    private static char Turned(char c) =>
        c switch
        {
            >= '0' and <= '9' => (char)('0' + ((c - '0' + 5) % 10)),
            // Within a to f, so that a hexadecimal credential stays one.
            >= 'a' and <= 'f' => (char)('a' + ((c - 'a' + 3) % 6)),
            >= 'A' and <= 'F' => (char)('A' + ((c - 'A' + 3) % 6)),
            >= 'g' and <= 'z' => (char)('g' + ((c - 'g' + 10) % 20)),
            >= 'G' and <= 'Z' => (char)('G' + ((c - 'G' + 10) % 20)),
            _ => c,
        };

    private static char OtherCase(char c) => char.IsAsciiLetter(c) ? (char)(c ^ ' ') : c;
}
