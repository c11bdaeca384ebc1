using System.Collections.Immutable;
using Conformance.Consumers.Client.Traces;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;

namespace Conformance.Consumers.Client.Judging;

/// <summary>Writes what arrived as exchanges, the form that reports know, with secrets masked.</summary>
internal static class SeenExchanges
{
    private static readonly Uri Provider = new("http://provider.invalid");

    /// <summary>The exchanges in order.</summary>
    public static ImmutableArray<Exchange> Of(IReadOnlyList<SeenCall> calls, SecretMask mask) =>
        [.. calls.Select((call, index) => One(call, index, mask))];

    private static Exchange One(SeenCall call, int index, SecretMask mask)
    {
        var arrival = call.Arrival;
        return new Exchange
        {
            Index = index,
            Step = $"script {call.Script}",
            Purpose = call.IsForToken ? ExchangePurpose.Token : ExchangePurpose.Step,
            Endpoint = call.Endpoint,
            Request = new RecordedRequest(
                arrival.Method,
                Address(arrival.Header("Host"), mask.Apply(call.Line[(arrival.Method.Length + 1)..])),
                Masked(arrival.Headers, mask),
                mask.Apply(arrival.Body),
                arrival.Header("Content-Type")
            ),
            Response =
                call.Status == 0
                    ? null
                    : new RecordedResponse(
                        call.Status,
                        "",
                        "1.1",
                        Masked(call.Answer!.Headers, mask),
                        mask.Apply(call.Answer.Body),
                        IsTruncated: false
                    ),
            Failure = call.Status == 0 ? new TransportFailure(TransportFailureKind.Protocol, call.Outcome) : null,
            SentAt = call.At,
            Duration = call.EndedAt - call.At,
        };
    }

    // Whatever a client sends as a path, the address stays one of the provider.
    private static Uri Address(string? host, string line) =>
        Uri.TryCreate($"http://{host}{line}", UriKind.Absolute, out var address) ? address : Provider;

    private static ImmutableArray<KeyValuePair<string, string>> Masked(
        ImmutableArray<KeyValuePair<string, string>> headers,
        SecretMask mask
    ) => [.. headers.Select(h => KeyValuePair.Create(h.Key, mask.Apply(h.Value)))];
}
