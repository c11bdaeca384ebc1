using System.Text;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Secrets;

/// <summary>Finds out whether a response repeats a secret of its request, while both are still known byte for byte.</summary>
internal static class SecretEcho
{
    // Shorter ones are found in ordinary text by chance.
    private const int Shortest = 8;

    /// <summary>Whether a secret that the request carried is in the response's headers or body.</summary>
    public static bool IsIn(RecordedResponse response, OutgoingRequest request, SecretMask mask)
    {
        string[] sent =
        [
            .. mask.FoundIn(request.Target.OriginalString)
                .Concat(request.Headers.SelectMany(h => mask.FoundIn(h.Value)))
                .Concat(request.Body is { } body ? mask.FoundIn(Encoding.Latin1.GetString(body)) : [])
                .Where(s => s.Length >= Shortest)
                .Distinct(StringComparer.Ordinal),
        ];
        if (sent.Length == 0)
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(response.Body.Span);
        return sent.Any(s =>
            text.Contains(s, StringComparison.Ordinal)
            || response.Headers.Any(h => h.Value.Contains(s, StringComparison.Ordinal))
        );
    }
}
