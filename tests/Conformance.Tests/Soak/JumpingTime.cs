namespace Conformance.Tests.Soak;

/// <summary>The machine's clock, set to another time now and then, as people and time servers do.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long offsetTicks;

    /// <summary>Sets the clock to another time than it is.</summary>
    /// <param name="offset">By how much it is wrong from now on.</param>
    public void Set(TimeSpan offset) => Volatile.Write(ref offsetTicks, offset.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref offsetTicks));
}
