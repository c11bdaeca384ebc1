using System.Buffers;
using System.Text;

namespace Conformance.Execution.Secrets;

/// <summary>Looks for all spellings of all known secrets at once.</summary>
internal sealed class SecretSearch
{
    private const int LeastWindow = 64 * 1024;

    private readonly (string Text, string Name, string Form)[] longestFirst;
    private readonly SearchValues<string> needles;

    /// <summary>Prepares the search.</summary>
    /// <param name="forms">The spellings, with the name of the secret.</param>
    public SecretSearch(IEnumerable<(string Name, SecretForm Form)> forms)
    {
        longestFirst =
        [
            .. forms
                .Select(f => (f.Form.Text, f.Name, f.Form.Name))
                .DistinctBy(f => f.Text, StringComparer.Ordinal)
                .OrderByDescending(f => f.Text.Length),
        ];
        needles = SearchValues.Create([.. longestFirst.Select(f => f.Text)], StringComparison.Ordinal);
    }

    /// <summary>Bytes of the longest spelling; 0 when there is nothing to look for.</summary>
    public int Longest => longestFirst is [var first, ..] ? first.Text.Length : 0;

    /// <summary>The first secret in some bytes; null when there is none.</summary>
    public SecretHit? FindIn(ReadOnlySpan<byte> bytes)
    {
        if (Longest == 0)
        {
            return null;
        }

        // Latin-1 maps bytes to characters one to one. What lies across the end of a window begins the next one.
        var window = Math.Max(LeastWindow, 2 * Longest);
        var view = ArrayPool<char>.Shared.Rent(Math.Min(window, Math.Max(1, bytes.Length)));
        try
        {
            for (var start = 0; ; start += window - (Longest - 1))
            {
                var part = bytes[start..Math.Min(bytes.Length, start + window)];
                var characters = view.AsSpan(0, Encoding.Latin1.GetChars(part, view));
                var at = characters.IndexOfAny(needles);
                if (at >= 0)
                {
                    return Describe(characters[at..], start + at);
                }

                if (start + part.Length == bytes.Length)
                {
                    return null;
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(view);
        }
    }

    private SecretHit Describe(ReadOnlySpan<char> text, long at)
    {
        foreach (var (form, name, called) in longestFirst)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
            {
                return new SecretHit(name, called, at);
            }
        }

        return new SecretHit("a secret", "plain", at);
    }
}
