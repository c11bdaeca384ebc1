namespace Conformance.Reports.Allure;

/// <summary>
/// Lanes of Allure's timeline, where cases that ran at once stand side by side. Threads would say nothing: a case that
/// awaits changes them. Thread-safe.
/// </summary>
internal sealed class TimelineLanes
{
    private readonly Lock choosing = new();
    private readonly List<List<(long Start, long Stop)>> lanes = [];

    /// <summary>The first lane, from 1, that is free for this time.</summary>
    /// <param name="start">Milliseconds.</param>
    /// <param name="stop">Milliseconds.</param>
    public int Choose(long start, long stop)
    {
        lock (choosing)
        {
            var lane = lanes.FindIndex(times => times.TrueForAll(t => stop <= t.Start || start >= t.Stop));
            if (lane < 0)
            {
                lanes.Add([]);
                lane = lanes.Count - 1;
            }

            lanes[lane].Add((start, stop));
            return lane + 1;
        }
    }
}
