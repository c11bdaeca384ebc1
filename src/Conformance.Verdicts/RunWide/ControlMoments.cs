using Conformance.Execution.Recording;

namespace Conformance.Verdicts.RunWide;

/// <summary>
/// When the run put the target into another state or moved its clock. What was seen before and after such a moment is
/// not compared: the call may have reset counters, or emptied the store.
/// </summary>
internal sealed class ControlMoments
{
    private const int MostKept = 20_000;
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> moments = [];
    private bool isSorted = true;

    /// <summary>Notes an exchange if it is a control call.</summary>
    /// <param name="exchange">Any exchange of the run.</param>
    public void Note(Exchange exchange)
    {
        if (exchange.Purpose is ExchangePurpose.ProviderState or ExchangePurpose.Clock && moments.Count < MostKept)
        {
            moments.Add((exchange.SentAt, exchange.SentAt + exchange.Duration));
            isSorted = false;
        }
    }

    /// <summary>Whether the target may have been changed between two moments, or at one of them.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one.</param>
    public bool AnyBetween(DateTimeOffset from, DateTimeOffset to)
    {
        // What was not kept might lie anywhere.
        if (moments.Count == MostKept)
        {
            return true;
        }

        if (!isSorted)
        {
            moments.Sort();
            isSorted = true;
        }

        var first = moments.BinarySearch((from, DateTimeOffset.MinValue));
        first = first < 0 ? ~first : first;
        return (first < moments.Count && moments[first].From <= to) || (first > 0 && moments[first - 1].To >= from);
    }
}
