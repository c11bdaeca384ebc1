using System.Globalization;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver;

/// <summary>How far from a bound a timestamp must be to be on one side of it for both clocks.</summary>
internal static class ClockMargin
{
    // A clock shared is told in whole seconds; a clock elsewhere, over a network, is not known better than this.
    private static readonly TimeSpan SameMachine = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    /// <summary>The margin for a receiver, from where it is and from the date in its answer.</summary>
    /// <param name="url">Its endpoint.</param>
    /// <param name="answered">An exchange with it.</param>
    public static TimeSpan Of(Uri url, Exchange answered)
    {
        var difference = DateTimeOffset.TryParse(
            answered.Response?.Header("Date"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var theirs
        )
            ? (theirs - answered.SentAt - answered.Duration).Duration()
            : TimeSpan.Zero;
        var known = url.IsLoopback ? SameMachine : Elsewhere;
        // Dates are told in whole seconds, and so can be one behind.
        return difference < TimeSpan.FromSeconds(2)
            ? known
            : known + TimeSpan.FromSeconds(Math.Ceiling(difference.TotalSeconds));
    }
}
