using System.Collections.Immutable;
using System.Text;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Traces;

/// <summary>
/// What the client does when nothing goes wrong, which everything else is compared with: the operations it calls, and
/// how often it makes the very same request.
/// </summary>
internal sealed class Habits
{
    private readonly ImmutableDictionary<Endpoint, int> _repetitions;

    private Habits(ImmutableArray<Endpoint> operations, ImmutableDictionary<Endpoint, int> repetitions)
    {
        Operations = operations;
        _repetitions = repetitions;
    }

    /// <summary>The operations in the order they are first called.</summary>
    public ImmutableArray<Endpoint> Operations { get; }

    /// <summary>Reads the habits off ordinary traffic.</summary>
    /// <param name="ordinary">What was seen of it; null when nothing was yet.</param>
    public static Habits Of(ScriptTrace? ordinary)
    {
        var calls = (ordinary?.ApiCalls ?? []).Where(c => c.Endpoint is not null).ToArray();
        var repetitions = calls
            .GroupBy(c => c.Endpoint!)
            .ToImmutableDictionary(
                g => g.Key,
                g =>
                    g.GroupBy(c => (c.Line, Body(c)))
                        .Max(same => same.DistinctBy(c => c.Key ?? $"{c.At.Ticks}").Count())
            );
        return new([.. calls.Select(c => c.Endpoint!).Distinct()], repetitions);
    }

    /// <summary>Whether the client makes each request to an operation once only, so that the same again is a repetition.</summary>
    public bool IsUnrepeated(Endpoint endpoint) => _repetitions.GetValueOrDefault(endpoint, 1) <= 1;

    /// <summary>
    /// The operation whose answers a script changes: one the client calls; rather one that takes a key, then an unsafe
    /// one, for those show most. Null when the client called none.
    /// </summary>
    public Endpoint? Target =>
        Operations
            .OrderByDescending(IsUnrepeated)
            .ThenByDescending(e => e.Idempotency is not null)
            .ThenByDescending(e => e.Method.Value is not ("GET" or "HEAD"))
            .FirstOrDefault();

    /// <summary>The operation that is answered an error: rather one that declares it.</summary>
    public Endpoint? TargetOf(ErrorCode code) =>
        Operations
            .OrderByDescending(IsUnrepeated)
            .ThenByDescending(e => e.Responses.Any(r => r.ErrorCode?.Value == code.Code.Value))
            .ThenByDescending(e => e.FindResponse(code.HttpStatus.Value) is not null)
            .ThenByDescending(e => e == Target)
            .FirstOrDefault();

    private static string Body(SeenCall call) => Encoding.Latin1.GetString(call.Arrival.Body.Span);
}
