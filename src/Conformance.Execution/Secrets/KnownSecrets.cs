using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Execution.Secrets;

/// <summary>
/// The secrets that must not stand in anything that is written, each by the name that messages call it by. Learns while a
/// run goes on. Thread-safe. No member ever gives a value back.
/// </summary>
public sealed class KnownSecrets
{
    /// <summary>Least number of characters of a secret that is searched for.</summary>
    public const int Shortest = 6;

    // A target may call its tokens what it likes; short ones are part of ordinary text.
    private const int ShortestIssued = 12;
    private const int ShortestWord = 16;
    private const int ShortestNumber = 12;

    private readonly Lock adding = new();
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Value)> keys = [];
    private readonly SortedDictionary<string, string> unsearched = new(StringComparer.Ordinal);
    private readonly Lazy<string> published;
    private SecretSearch? search;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="specification">What is in it is no secret, as everybody reads it; null for none.</param>
    public KnownSecrets(IntegrationSpecification? specification = null) =>
        published = new(() => specification is null ? "" : string.Concat(specification.Files.Select(Read)));

    /// <summary>The secrets that are known and not searched for, with the reason.</summary>
    public ImmutableArray<string> NotSearched
    {
        get
        {
            lock (adding)
            {
                return [.. unsearched.Select(u => $"{u.Key} {u.Value}")];
            }
        }
    }

    /// <summary>The secrets among configured values: those that a specification uses as such, and those that are named so.</summary>
    /// <param name="specification">The specification; null for none.</param>
    /// <param name="configuration">The process environment, or what goes before it.</param>
    public static KnownSecrets Of(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        var known = new KnownSecrets(specification);
        known.AddAll(ConfiguredSecrets.In(specification, configuration));
        known.AddKeyFiles(specification, configuration);
        return known;
    }

    /// <summary>Learns the private keys in the files that variables name.</summary>
    internal void AddKeyFiles(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        try
        {
            AddAll(ConfiguredSecrets.KeyFiles(specification, configuration).Where(k => PrivateKeyText.IsIn(k.Value)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Who wants to use the key says that it cannot be read.
        }
    }

    /// <summary>Learns a secret that somebody configured.</summary>
    /// <param name="name">The variable, or what the secret is.</param>
    /// <param name="value">Its value; null and empty are none. A private key in PEM is known by its private number.</param>
    public void Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (PrivateKeyText.IsIn(value))
        {
            Array.ForEach([.. PrivateKeyText.PiecesOf(value)], piece => AddKey(name, piece));
        }
        else if (Weakness(value) is { } reason)
        {
            lock (adding)
            {
                unsearched[name] = reason;
            }
        }
        else
        {
            Learn(name, value);
        }
    }

    /// <summary>Learns secrets that somebody configured.</summary>
    /// <param name="secrets">Their names and values.</param>
    public void AddAll(IEnumerable<KeyValuePair<string, string>> secrets)
    {
        foreach (var (name, value) in secrets)
        {
            Add(name, value);
        }
    }

    /// <summary>Learns a private key by its number or seed.</summary>
    /// <param name="name">What the key is.</param>
    /// <param name="secret">The number or seed.</param>
    public void AddKey(string name, byte[] secret)
    {
        lock (adding)
        {
            keys.AddRange(PrivateKeyText.PiecesOf(secret).Select(piece => (name, piece)));
            search = null;
        }
    }

    /// <summary>Learns a secret that the other side made up.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">Its value; null and what could be ordinary text are ignored.</param>
    public void AddIssued(string name, string? value)
    {
        if (value is { Length: >= ShortestIssued } && Weakness(value) is null)
        {
            Learn(name, value);
        }
    }

    /// <summary>The first known secret in some bytes; null when there is none.</summary>
    /// <param name="bytes">Any bytes.</param>
    public SecretHit? FindIn(ReadOnlySpan<byte> bytes) => Current().FindIn(bytes);

    /// <summary>How many bytes before a piece must be looked at with it, so that nothing lies across.</summary>
    public int Overlap => Math.Max(0, Current().Longest - 1);

    private void Learn(string name, string value)
    {
        lock (adding)
        {
            search = texts.TryAdd(value, name) ? null : search;
        }
    }

    private string? Weakness(string value) =>
        value.Length < Shortest ? $"has fewer than {Shortest} characters"
        : value.Length < ShortestWord && value.All(c => char.IsLetter(c) || c is '-' or '_' or '.' or ' ')
            ? "could be an ordinary word"
        : value.Length < ShortestNumber && value.All(char.IsAsciiDigit) ? "could be an ordinary number"
        : IsPlace(value) ? "is a path or an address"
        : published.Value.Contains(value, StringComparison.Ordinal) ? "stands in the specification itself"
        : null;

    // The address of a token endpoint and the folder of a secret stand in reports, and may.
    private static bool IsPlace(string value) =>
        (Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Host.Length: > 0, UserInfo.Length: 0 })
        || (Path.IsPathRooted(value) && (File.Exists(value) || Directory.Exists(value)));

    private SecretSearch Current()
    {
        if (Volatile.Read(ref search) is { } ready)
        {
            return ready;
        }

        lock (adding)
        {
            return search ??= new SecretSearch([
                .. texts.SelectMany(t => SecretForms.Of(t.Key).Select(form => (t.Value, form))),
                .. keys.SelectMany(k => SecretForms.Of(k.Value).Select(form => (k.Name, form))),
            ]);
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was read before; what it holds now is nobody's specification.
            return "";
        }
    }
}
