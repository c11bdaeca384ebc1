using System.Globalization;

namespace Conformance.Execution.Recording;

/// <summary>Splits field paths: <c>items[0].price</c> is items, 0, price.</summary>
internal static class FieldPath
{
    /// <summary>The parts in order.</summary>
    public static IEnumerable<FieldPathPart> Parts(string path)
    {
        foreach (var segment in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = segment.IndexOf('[', StringComparison.Ordinal);
            if (bracket != 0)
            {
                yield return new(bracket < 0 ? segment : segment[..bracket], null);
            }

            for (; bracket >= 0; bracket = segment.IndexOf('[', bracket + 1))
            {
                var close = segment.IndexOf(']', bracket);
                var text = close < 0 ? "" : segment[(bracket + 1)..close];
                yield return new(null, int.TryParse(text, CultureInfo.InvariantCulture, out var index) ? index : 0);
            }
        }
    }
}

/// <summary>One part of a field path: a member, or a position.</summary>
/// <param name="Name">Name of the member; null for a position.</param>
/// <param name="Index">The position; null for a member.</param>
internal readonly record struct FieldPathPart(string? Name, int? Index);
