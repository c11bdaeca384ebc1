namespace Conformance.Consumers.Receiver.Effects;

/// <summary>What the declared probe showed of some events.</summary>
/// <param name="Count">How many effects they had; null when the probe could not be read.</param>
/// <param name="IsPresence">Whether the probe shows only that there was an effect, not how many.</param>
/// <param name="Problem">Why the probe could not be read; null when it could.</param>
internal sealed record ProbeReading(int? Count, bool IsPresence = false, string? Problem = null)
{
    /// <summary>The probe could not be read.</summary>
    /// <param name="problem">Why.</param>
    public static ProbeReading Unreadable(string problem) => new(null, Problem: problem);
}
