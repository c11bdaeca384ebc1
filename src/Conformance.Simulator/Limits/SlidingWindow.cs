namespace Conformance.Simulator.Limits;

/// <summary>So many requests in any span of the window's length: room comes back one request at a time.</summary>
internal sealed class SlidingWindow : Meter
{
    private readonly Queue<DateTimeOffset> _admitted = new();

    /// <inheritdoc />
    public override Allowance Measure(LimitTerms terms, DateTimeOffset now, bool consume)
    {
        while (_admitted.TryPeek(out var oldest) && oldest + terms.Window <= now)
        {
            _admitted.Dequeue();
        }

        var isAdmitted = _admitted.Count < terms.Admitted;
        if (consume && isAdmitted)
        {
            _admitted.Enqueue(now);
        }

        var free = WholeSecond((_admitted.TryPeek(out var first) ? first : now) + terms.Window);
        var remaining = Math.Max(0, terms.Published - _admitted.Count);
        return new(isAdmitted, terms.Published, remaining, free, SecondsUntil(free, now));
    }
}
