using System.Globalization;
using System.Text;

namespace Conformance.Reports.Digest;

/// <summary>A page that takes whole paragraphs as long as there is room, and counts those that it had none for.</summary>
/// <param name="most">Greatest number of characters.</param>
internal sealed class BoundedPage(int most)
{
    // Room for a sentence about what was left out under every heading.
    private const int Reserve = 500;

    private readonly StringBuilder text = new();

    /// <summary>Adds what must be there.</summary>
    public void Add(string paragraph) => text.Append(paragraph);

    /// <summary>Adds paragraphs under a heading; nothing at all where there are none.</summary>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="mostShown">Greatest number of them.</param>
    public void AddEach(string what, IEnumerable<string> paragraphs, string heading, int mostShown = int.MaxValue)
    {
        var all = paragraphs.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var shown = 0;
        if (text.Length + heading.Length <= most - Reserve)
        {
            text.Append(heading);
            while (shown < Math.Min(all.Length, mostShown) && text.Length + all[shown].Length <= most - Reserve)
            {
                text.Append(all[shown++]);
            }
        }

        if (shown < all.Length)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n_{all.Length - shown} {(shown > 0 ? "more " : "")}{what} are not shown here; all of them are in the reports._\n"
            );
        }

        text.Append('\n');
    }

    /// <inheritdoc />
    public override string ToString() => text.ToString();
}
