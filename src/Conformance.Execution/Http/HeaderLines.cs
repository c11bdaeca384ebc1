using System.Buffers;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>
/// Keeps what a target made up, a token or an identifier, from becoming header lines of its own in a request to somebody
/// else (RFC 9110 section 5.5: CR, LF and NUL are dangerous within a field value).
/// </summary>
internal static class HeaderLines
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\r', '\n', '\0');

    /// <summary>Why a request with these headers is not sent; null when it may be.</summary>
    public static Obstacle? Unsendable(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().ContainsAny(LineEnds))
            {
                return Obstacles.Arrangement(
                    $"The value of {name} would hold a line break or a NUL, which the target gave in an earlier answer; "
                        + "such a request is not sent."
                );
            }
        }

        return null;
    }
}
