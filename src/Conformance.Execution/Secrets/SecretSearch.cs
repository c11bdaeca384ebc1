using System.Buffers;
using System.Text;

namespace Conformance.Execution.Secrets;

/// <summary>Looks for all spellings of all known secrets at once. Immutable.</summary>
/// <param name="forms">The spellings, with the name of the secret.</param>
internal sealed class SecretSearch(IEnumerable<(string Name, SecretForm Form)> forms)
{
    private const int LeastWindow = 64 * 1024;
    private readonly SpellingIndex<(string Secret, string Form)> spellings = new(
        forms.Select(f => (f.Form.Text, (f.Name, f.Form.Name)))
    );

    /// <summary>Bytes of the longest spelling; 0 when there is nothing to look for.</summary>
    public int Longest => spellings.Longest;

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
                if (spellings.TryFind(characters, 0, alsoCut: false, out var found))
                {
                    return new SecretHit(found.Of.Secret, found.Of.Form, start + found.At);
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
}
