namespace Conformance.Consumers.Client.Obligations;

/// <summary>How a sequence of pauses develops.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Unnoticeable = TimeSpan.FromMilliseconds(100);

    /// <summary>How pauses develop.</summary>
    internal enum Growth
    {
        /// <summary>Fewer than two pauses.</summary>
        Unknown,

        /// <summary>There is no pause to speak of.</summary>
        None,

        /// <summary>The last is clearly longer than the first.</summary>
        Growing,

        /// <summary>It is not.</summary>
        Even,
    }

    /// <summary>How pauses develop. Exponential pauses double; with jitter of a quarter they still grow by a half.</summary>
    public static Growth Of(IReadOnlyCollection<TimeSpan> pauses)
    {
        if (pauses.Count == 0)
        {
            return Growth.Unknown;
        }

        if (pauses.All(p => p < Unnoticeable))
        {
            return Growth.None;
        }

        return pauses.Count < 2 ? Growth.Unknown
            : pauses.Last() >= pauses.First() * 1.3 ? Growth.Growing
            : Growth.Even;
    }

    /// <summary>Whether pauses are about the same.</summary>
    public static bool IsFixed(IReadOnlyCollection<TimeSpan> pauses) => pauses.Max() <= pauses.Min() * 1.2;

    /// <summary>Whether each pause is clearly shorter than the last.</summary>
    public static bool IsShrinking(IReadOnlyCollection<TimeSpan> pauses) =>
        pauses.Zip(pauses.Skip(1)).All(p => p.Second <= p.First * 0.8);

    /// <summary>Whether all pauses are the same, as a fixed delay makes them.</summary>
    public static bool IsExact(IReadOnlyCollection<TimeSpan> pauses) =>
        pauses.Max() - pauses.Min() < TimeSpan.FromMilliseconds(30) + (pauses.Max() * 0.02);
}
