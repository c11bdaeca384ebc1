using System.Buffers;
using System.Text;

namespace Conformance.Execution.Secrets;

/// <summary>Looks for all spellings of all known secrets at once.</summary>
internal sealed class SecretSearch
{
    private const int LeastWindow = 64 * 1024;

    // Beginnings are looked for, as making a search costs by the letter and each new token needs one; the rest is compared.
    private const int LongestBeginning = 12;

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
        needles = SearchValues.Create([.. longestFirst.Select(f => Beginning(f.Text))], StringComparison.Ordinal);
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
                if (FindIn(characters, start) is { } hit)
                {
                    return hit;
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

    private SecretHit? FindIn(ReadOnlySpan<char> text, long start)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(needles);
            if (next < 0)
            {
                return null;
            }

            at += next;
            foreach (var (form, name, called) in longestFirst)
            {
                if (text[at..].StartsWith(form, StringComparison.Ordinal))
                {
                    return new SecretHit(name, called, start + at);
                }
            }
        }

        return null;
    }

    private static string Beginning(string form) => form.Length <= LongestBeginning ? form : form[..LongestBeginning];
}
