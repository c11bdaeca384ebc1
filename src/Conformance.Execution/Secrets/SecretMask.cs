using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Conformance.Execution.Secrets;

/// <summary>
/// Replaces secrets by <c>***</c>, by value and in every form they take on the wire. Thread-safe. A secret shorter
/// than <see cref="ShortestSecret"/> characters is not masked: it would blot out ordinary text.
/// </summary>
public sealed class SecretMask
{
    /// <summary>Least number of characters of a value that is masked.</summary>
    public const int ShortestSecret = 4;

    private const string Replacement = "***";
    private readonly Lock adding = new();
    private readonly Dictionary<string, int> forms = new(StringComparer.Ordinal);
    private int learned;
    private Needles? needles;

    /// <summary>Knows nothing yet.</summary>
    /// <param name="known">What must not stand in what is written; learns the secrets that are named here. Null for a new one.</param>
    public SecretMask(KnownSecrets? known = null) => Known = known ?? new KnownSecrets();

    /// <summary>What must not stand in what is written.</summary>
    public KnownSecrets Known { get; }

    /// <summary>Learns a secret that the other side made up; it is masked from then on, and must not be written.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="secret">The value; null, empty and very short values are ignored.</param>
    public void AddIssued(string name, string? secret)
    {
        Add(secret);
        Known.AddIssued(name, secret);
    }

    /// <summary>Learns a secret that somebody configured; it is masked from then on, and must not be written.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="secret">The value; null, empty and very short values are ignored.</param>
    public void Add(string name, string? secret)
    {
        Add(secret);
        Known.Add(name, secret);
    }

    /// <summary>Learns secrets that somebody configured; they are masked from then on, and must not be written.</summary>
    /// <param name="secrets">Their names and values.</param>
    public void AddAll(IEnumerable<KeyValuePair<string, string>> secrets)
    {
        foreach (var (name, secret) in secrets)
        {
            Add(name, secret);
        }
    }

    /// <summary>Learns a value that is masked from then on, and nothing else.</summary>
    /// <param name="secret">The value; null, empty and very short values are ignored.</param>
    public void Add(string? secret)
    {
        if (secret is not { Length: >= ShortestSecret })
        {
            return;
        }

        lock (adding)
        {
            var number = forms.TryGetValue(secret, out var known) ? known : ++learned;
            var isNew = false;
            foreach (var form in SecretForms.Of(secret))
            {
                isNew |= forms.TryAdd(form.Text, number);
            }

            // Rebuilt when it is next needed: a run may learn many tokens before it masks anything.
            needles = isNew ? null : needles;
        }
    }

    /// <summary>The text with every known secret replaced.</summary>
    /// <param name="text">Any text.</param>
    public string Apply(string text) => Current().Replace(text);

    /// <summary>The known secrets that are in a text, as they are spelled there.</summary>
    /// <param name="text">Any text.</param>
    public IReadOnlyList<string> FoundIn(string text) => Current().FoundIn(text);

    /// <summary>The bytes with every known secret replaced; the same memory when there is none.</summary>
    /// <param name="bytes">Any bytes, text or not.</param>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> bytes)
    {
        var current = Current();
        if (current.IsEmpty || bytes.IsEmpty)
        {
            return bytes;
        }

        // Latin-1 maps bytes to characters one to one, so one search serves bytes and text alike.
        var view = Encoding.Latin1.GetString(bytes.Span);
        var masked = current.Replace(view);
        return ReferenceEquals(view, masked) ? bytes : Encoding.Latin1.GetBytes(masked);
    }

    /// <summary>
    /// The bytes with every known secret replaced by <c>masked-1</c>, <c>masked-2</c> and so on, the same for the same
    /// secret: whether two answers carry the same token can still be seen, the token cannot.
    /// </summary>
    /// <param name="bytes">Any bytes, text or not.</param>
    public ReadOnlyMemory<byte> Distinguish(ReadOnlyMemory<byte> bytes)
    {
        var current = Current();
        if (current.IsEmpty || bytes.IsEmpty)
        {
            return bytes;
        }

        var view = Encoding.Latin1.GetString(bytes.Span);
        var masked = current.Distinguish(view);
        return ReferenceEquals(view, masked) ? bytes : Encoding.Latin1.GetBytes(masked);
    }

    /// <summary>The text with every known secret replaced in the same way.</summary>
    /// <param name="text">Any text.</param>
    public string Distinguish(string text) => Current().Distinguish(text);

    private Needles Current()
    {
        if (Volatile.Read(ref needles) is { } ready)
        {
            return ready;
        }

        lock (adding)
        {
            return needles ??= new Needles(forms);
        }
    }

    private sealed class Needles
    {
        private readonly string[] longestFirst;
        private readonly FrozenDictionary<string, int> numbers;
        private readonly SearchValues<string> search;

        public Needles(IReadOnlyDictionary<string, int> forms)
        {
            longestFirst = [.. forms.Keys.OrderByDescending(f => f.Length).ThenBy(f => f, StringComparer.Ordinal)];
            numbers = forms.ToFrozenDictionary(StringComparer.Ordinal);
            search = SearchValues.Create(longestFirst, StringComparison.Ordinal);
        }

        public bool IsEmpty => longestFirst.Length == 0;

        public List<string> FoundIn(string text)
        {
            var found = new List<string>();
            var rest = text.AsSpan();
            for (var at = IsEmpty ? -1 : rest.IndexOfAny(search); at >= 0; at = rest.IndexOfAny(search))
            {
                var length = LengthAt(rest[at..]);
                found.Add(rest.Slice(at, length).ToString());
                rest = rest[(at + length)..];
            }

            return found;
        }

        public string Replace(string text) => Replace(text, static _ => Replacement);

        public string Distinguish(string text) =>
            Replace(text, form => string.Create(CultureInfo.InvariantCulture, $"masked-{numbers[form]}"));

        private string Replace(string text, Func<string, string> replacement)
        {
            var at = IsEmpty ? -1 : text.AsSpan().IndexOfAny(search);
            if (at < 0)
            {
                return text;
            }

            var masked = new StringBuilder(text.Length);
            var rest = text.AsSpan();
            for (; at >= 0; at = rest.IndexOfAny(search))
            {
                var length = LengthAt(rest[at..]);
                masked.Append(rest[..at]).Append(replacement(rest.Slice(at, length).ToString()));
                rest = rest[(at + length)..];
            }

            return masked.Append(rest).ToString();
        }

        private int LengthAt(ReadOnlySpan<char> text)
        {
            foreach (var needle in longestFirst)
            {
                if (text.StartsWith(needle, StringComparison.Ordinal))
                {
                    return needle.Length;
                }
            }

            return 1;
        }
    }
}
