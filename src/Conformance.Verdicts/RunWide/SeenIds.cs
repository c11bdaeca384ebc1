using Conformance.Execution.Recording;

namespace Conformance.Verdicts.RunWide;

/// <summary>Where an id was seen first.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Key">Value of the idempotency key the request carried; null when it carried none.</param>
/// <param name="SentAt">When the request was sent.</param>
internal sealed record FirstSight(string CaseId, string? Key, DateTimeOffset SentAt);

/// <summary>An id that came twice.</summary>
/// <param name="Id">The id.</param>
/// <param name="First">Where it was seen first.</param>
/// <param name="CaseId">The case it was seen in again.</param>
/// <param name="Again">The exchange it was seen in again.</param>
internal sealed record Repetition(string Id, FirstSight First, string CaseId, Exchange Again);

/// <summary>Remembers ids and finds those that come twice; bounded in what it remembers.</summary>
internal sealed class SeenIds
{
    private const int MostKept = 100_000;
    private const int MostRepetitions = 1_000;
    private readonly Dictionary<string, FirstSight> first = new(StringComparer.Ordinal);
    private readonly List<Repetition> repetitions = [];

    /// <summary>Number of ids that were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>The ids that came twice, in the order they did.</summary>
    public IReadOnlyList<Repetition> Repetitions => repetitions;

    /// <summary>
    /// Notes an id. A request that repeats another one's idempotency key may be answered what that one was.
    /// </summary>
    /// <param name="id">The id, with whatever it is unique within.</param>
    /// <param name="sight">Where it is seen.</param>
    /// <param name="exchange">The exchange it is seen in.</param>
    public void Note(string id, FirstSight sight, Exchange exchange)
    {
        Looked++;
        if (!first.TryGetValue(id, out var before))
        {
            if (first.Count < MostKept)
            {
                first.Add(id, sight);
            }
        }
        else if ((before.Key is null || before.Key != sight.Key) && repetitions.Count < MostRepetitions)
        {
            repetitions.Add(new(id, before, sight.CaseId, exchange));
        }
    }
}
