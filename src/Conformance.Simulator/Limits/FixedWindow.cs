namespace Conformance.Simulator.Limits;

/// <summary>A window that starts with a client's first request and admits so many until it ends.</summary>
internal sealed class FixedWindow : Meter
{
    private DateTimeOffset _end = DateTimeOffset.MinValue;
    private int _used;

    /// <inheritdoc />
    public override Allowance Measure(LimitTerms terms, DateTimeOffset now, bool consume)
    {
        if (now >= _end)
        {
            (_end, _used) = (WholeSecond(now + terms.Window), 0);
        }

        var isAdmitted = _used < terms.Admitted;
        _used += consume && isAdmitted ? 1 : 0;
        return new(isAdmitted, terms.Published, Math.Max(0, terms.Published - _used), _end, SecondsUntil(_end, now));
    }
}
