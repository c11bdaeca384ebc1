using System.Globalization;
using System.Text;

namespace Conformance.Consumers.Client.Traces;

/// <summary>Tells calls as a person follows them: when, what, and what came back.</summary>
internal static class Timeline
{
    private const int MostTold = 8;

    /// <summary>From the answer of a call to the next one; never negative.</summary>
    public static TimeSpan Pause(SeenCall earlier, SeenCall later)
    {
        var pause = later.At - earlier.EndedAt;
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    /// <summary>Seconds with two decimals.</summary>
    public static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    /// <summary>The calls in one line: <c>POST /things -> 500; after 1.00 s the same -> 500</c>.</summary>
    public static string Of(IReadOnlyList<SeenCall> calls)
    {
        var text = new StringBuilder();
        foreach (var (index, call) in calls.Take(MostTold).Index())
        {
            if (index > 0)
            {
                text.Append("; after ").Append(Seconds(Pause(calls[index - 1], call))).Append(' ');
            }

            var isSame = index > 0 && calls[index - 1].Line == call.Line;
            text.Append(isSame ? "the same" : call.Line).Append(" -> ").Append(call.Outcome);
        }

        return calls.Count > MostTold
            ? text.Append(CultureInfo.InvariantCulture, $"; and {calls.Count - MostTold} more").ToString()
            : text.ToString();
    }
}
