using System.Collections.Immutable;
using Conformance.Diagrams.Drawing;
using Conformance.Specification.Reading.Sequences;

namespace Conformance.Diagrams.Sequences;

/// <summary>Where each participant's line stands: as near to the one before as names, messages and notes allow.</summary>
internal sealed class SequenceColumns
{
    /// <summary>How wide the words on an arrow may be before they are broken.</summary>
    public const double WidestWords = 230;

    /// <summary>How wide a note beside a line may be.</summary>
    public const double WidestNote = 170;

    /// <summary>The room left and right of words in a box.</summary>
    public const double Padding = 10;

    private const double WidestName = 150;
    private const double Between = 28;
    private const double LeastWidth = 76;

    private readonly ImmutableArray<Column> columns;

    private SequenceColumns(ImmutableArray<Column> columns) => this.columns = columns;

    /// <summary>All columns from left to right.</summary>
    public ImmutableArray<Column> All => columns;

    /// <summary>The column of a participant.</summary>
    public Column this[string participant] => columns.First(c => c.Name == participant);

    /// <summary>Finds the columns of a diagram.</summary>
    public static SequenceColumns Of(SequenceReading reading)
    {
        ImmutableArray<string> names =
        [
            .. reading
                .Participants.Concat(
                    reading.Drawn.SelectMany(d =>
                        d switch
                        {
                            DrawnElement.Note note => note.Participants,
                            DrawnElement.Activation active => [active.Participant],
                            _ => [],
                        }
                    )
                )
                .Distinct(),
        ];
        var needs = reading.Drawn.SelectMany(d => Needs(d, names)).ToLookup(n => n.Right);
        var columns = new List<Column>();
        foreach (var (i, name) in names.Index())
        {
            var label = Lettering.Wrap(name, WidestName);
            var width = Math.Max(LeastWidth, (Lettering.Width(label) * Lettering.Bold) + (2 * Padding));
            var middle = i == 0 ? width / 2 : columns[^1].Middle + ((columns[^1].Width + width) / 2) + Between;
            middle = needs[i].Select(n => columns[n.Left].Middle + n.Distance).Append(middle).Max();
            columns.Add(new(name, label, middle, width, reading.Actors.Contains(name)));
        }

        return new([.. columns]);
    }

    private static IEnumerable<Need> Needs(DrawnElement element, ImmutableArray<string> names) =>
        element switch
        {
            DrawnElement.Message message => Needs(message, names),
            DrawnElement.Note note => Needs(note, names),
            _ => [],
        };

    private static IEnumerable<Need> Needs(DrawnElement.Message message, ImmutableArray<string> names)
    {
        var (from, to) = (names.IndexOf(message.Sent.From), names.IndexOf(message.Sent.To));
        var words = Lettering.Width(Lettering.Wrap(message.Sent.Text.Value, WidestWords));
        return from != to ? [new(Math.Min(from, to), Math.Max(from, to), words + 44)]
            : from + 1 < names.Length ? [new(from, from + 1, words + 66)]
            : [];
    }

    private static IEnumerable<Need> Needs(DrawnElement.Note note, ImmutableArray<string> names)
    {
        var columns = note.Participants.Select(names.IndexOf).ToList();
        var (first, last) = (columns.Min(), columns.Max());
        var width = Lettering.Width(Lettering.Wrap(note.Text, WidestNote)) + (2 * Padding);
        var (left, right) = note.Place switch
        {
            NotePlace.Left => (width + 24, 0),
            NotePlace.Right => (0, width + 24),
            _ when first != last => (0.0, 0.0),
            _ => ((width / 2) + 12, (width / 2) + 12),
        };
        if (left > 0 && first > 0)
        {
            yield return new(first - 1, first, left);
        }

        if (right > 0 && last + 1 < names.Length)
        {
            yield return new(last, last + 1, right);
        }
    }

    private readonly record struct Need(int Left, int Right, double Distance);
}

/// <summary>A participant's place.</summary>
/// <param name="Name">The name that is shown.</param>
/// <param name="Label">The name in lines.</param>
/// <param name="Middle">Where its line stands.</param>
/// <param name="Width">The width of its box.</param>
/// <param name="IsActor">Whether it is drawn as a person.</param>
internal sealed record Column(string Name, ImmutableArray<string> Label, double Middle, double Width, bool IsActor);
