using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Specification.Model;

namespace Conformance.Execution.Secrets;

/// <summary>
/// Replaces secrets by <c>***</c>, by value and in every form they take on the wire. Thread-safe. A secret shorter
/// than <see cref="ShortestSecret"/> characters is not masked: it would blot out ordinary text. Of a secret that an excerpt
/// cut off, the part that is there is masked too.
/// </summary>
public sealed class SecretMask
{
    /// <summary>Least number of characters of a value that is masked.</summary>
    public const int ShortestSecret = SpellingIndex<int>.Shortest;

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

    /// <summary>Knows the secrets among configured values: those that a specification uses as such, and those that are named so.</summary>
    /// <param name="specification">The specification; null for none.</param>
    /// <param name="configuration">The process environment, or what goes before it.</param>
    public static SecretMask Of(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        var mask = new SecretMask(new KnownSecrets(specification));
        mask.AddConfigured(specification, configuration);
        return mask;
    }

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

    /// <summary>Learns the secrets among configured values.</summary>
    /// <param name="specification">The specification; null for none.</param>
    /// <param name="configuration">The process environment, or what goes before it.</param>
    public void AddConfigured(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        AddAll(ConfiguredSecrets.In(specification, configuration));
        Known.AddKeyFiles(specification, configuration);
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

    private sealed class Needles(IReadOnlyDictionary<string, int> forms)
    {
        private readonly SpellingIndex<int> spellings = new(forms.Select(f => (f.Key, f.Value)));

        public bool IsEmpty => spellings.Longest == 0;

        public List<string> FoundIn(string text)
        {
            var all = new List<string>();
            for (var from = 0; spellings.TryFind(text, from, alsoCut: false, out var found); )
            {
                all.Add(text.Substring(found.At, found.Length));
                from = found.At + found.Length;
            }

            return all;
        }

        // What is shown may be an excerpt; evidence is whole, and stays as it is.
        public string Replace(string text) => Replace(text, alsoCut: true, static _ => Replacement);

        public string Distinguish(string text) =>
            Replace(
                text,
                alsoCut: false,
                static secret => string.Create(CultureInfo.InvariantCulture, $"masked-{secret}")
            );

        private string Replace(string text, bool alsoCut, Func<int, string> replacement)
        {
            if (!spellings.TryFind(text, 0, alsoCut, out var found))
            {
                return text;
            }

            var masked = new StringBuilder(text.Length);
            var from = 0;
            do
            {
                masked.Append(text, from, found.At - from).Append(replacement(found.Of));
                from = found.At + found.Length;
            } while (spellings.TryFind(text, from, alsoCut, out found));

            return masked.Append(text, from, text.Length - from).ToString();
        }
    }
}
