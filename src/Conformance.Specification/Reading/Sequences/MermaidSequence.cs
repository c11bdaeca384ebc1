using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>
/// Reads a mermaid <c>sequenceDiagram</c>: participants with aliases and spaces in their names, all arrows, activations,
/// notes, blocks, comments. What is drawn but says nothing (colours, links, numbers) is passed over.
/// </summary>
internal sealed partial class MermaidSequence
{
    private const string Heading = "sequenceDiagram";

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        Heading,
        "title",
        "accTitle",
        "accDescr",
        "link",
        "links",
        "properties",
        "details",
        "destroy"
    );

    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly List<string> participants = [];
    private readonly List<DiagramMessage> messages = [];
    private readonly List<Located<string>> problems = [];
    private readonly List<string> actors = [];
    private readonly List<DrawnElement> drawn = [];
    private readonly OpenBlocks blocks;
    private bool isNumbered;
    private OpenNote? openNote;
    private string? passesOverUntil;

    private MermaidSequence() => blocks = new(drawn.Add);

    /// <summary>Reads a diagram.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="start">Where its first character stands in the specification; null when its lines are not lines there.</param>
    public static SequenceReading Read(Located<string> text, (int Line, int Column)? start)
    {
        var reader = new MermaidSequence();
        var lines = text.Value.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var begin = AfterFrontMatter(lines);
        if (
            lines.Skip(begin).Select(l => l.Trim()).FirstOrDefault(IsMeant) is not { } first
            || !first.StartsWith(Heading, Text)
        )
        {
            reader.problems.Add(new($"no mermaid sequence diagram: it does not begin with '{Heading}'", text.Location));
            return reader.Result;
        }

        if (lines.Length > YamlLimits.MaxDiagramLines)
        {
            reader.problems.Add(new($"only the first {YamlLimits.MaxDiagramLines} lines are read", text.Location));
        }

        for (var i = begin; i < Math.Min(lines.Length, YamlLimits.MaxDiagramLines); i++)
        {
            reader.TakeLine(lines[i], start is { } from ? PlaceOf(text.Location, from, i, lines[i]) : text.Location);
        }

        if (reader.Left is var (left, end))
        {
            reader.problems.Add(new($"'{left}' is never closed by '{end}'", text.Location));
        }

        return reader.Result;
    }

    private const StringComparison Text = StringComparison.OrdinalIgnoreCase;

    private SequenceReading Result =>
        new([.. participants], [.. messages], blocks.All, [.. problems])
        {
            Actors = [.. actors],
            IsNumbered = isNumbered,
            Drawn = [.. drawn],
        };

    // What was begun and not ended, with the line that would end it.
    private (string Begun, string End)? Left =>
        openNote is not null ? ("note", "end note")
        : passesOverUntil is { } end ? ("accDescr", end)
        : blocks.Innermost is { } block ? (block, "end")
        : null;

    // Comments and directives say nothing, and neither do the fences of a block of Markdown.
    private static bool IsMeant(string line) =>
        line.Length > 0
        && !line.StartsWith("%%", StringComparison.Ordinal)
        && !line.StartsWith("```", StringComparison.Ordinal);

    private static int AfterFrontMatter(string[] lines)
    {
        var begin = Array.FindIndex(lines, l => l.Trim().Length > 0);
        return begin >= 0 && lines[begin].Trim() == "---"
            ? Array.FindIndex(lines, begin + 1, l => l.Trim() == "---") + 1
            : 0;
    }

    private static SourceLocation PlaceOf(SourceLocation text, (int Line, int Column) start, int index, string line)
    {
        var column = start.Column + line.Length - line.TrimStart().Length;
        return text with
        {
            Line = start.Line + index,
            Column = column,
            EndLine = start.Line + index,
            EndColumn = column + Math.Max(line.Trim().Length, 1),
        };
    }

    private void TakeLine(string line, SourceLocation place)
    {
        if (openNote is { } note)
        {
            if (line.Trim().Equals("end note", Text))
            {
                Add(note.Head, string.Join(' ', note.Lines));
                openNote = null;
            }
            else
            {
                note.Lines.Add(line.Trim());
            }

            return;
        }

        if (passesOverUntil is { } end)
        {
            passesOverUntil = line.Trim().Equals(end, Text) ? null : end;
            return;
        }

        if (!IsMeant(line.Trim()))
        {
            return;
        }

        // A semicolon ends a statement, unless it ends the code of a character.
        foreach (var statement in CharacterCode().Replace(line, Character).Split(';', StringSplitOptions.TrimEntries))
        {
            Take(statement, place);
        }
    }

    private void Take(string line, SourceLocation place)
    {
        var word = line.Split(' ', ':', '\t')[0];
        if (line.Length == 0)
        {
            return;
        }

        if (Message().Match(line) is { Success: true } message)
        {
            Add(message, place);
        }
        else if (Participant().Match(line) is { Success: true } participant)
        {
            Declare(participant);
        }
        else if (word.Equals("note", Text) && Note().Match(line) is { Success: true } note)
        {
            TakeNote(note);
        }
        else if (Activation().Match(line) is { Success: true } activation)
        {
            drawn.Add(
                new DrawnElement.Activation(
                    Shown(activation.Groups["name"].Value),
                    activation.Groups["ends"] is { Success: false }
                )
            );
        }
        else if (word.Equals("accDescr", Text) && line.EndsWith('{'))
        {
            passesOverUntil = "}";
        }
        else if (word.Equals("autonumber", Text))
        {
            isNumbered = !line.EndsWith(" off", Text);
        }
        else if (!blocks.Take(word, Plain(line[word.Length..])) && !Silent.Contains(word))
        {
            problems.Add(new($"'{line}' is no line of a mermaid sequence diagram", place));
        }
    }

    private void Declare(Match match)
    {
        var name = match.Groups["name"].Value.Trim();
        var label = match.Groups["label"] is { Success: true } alias ? alias.Value.Trim() : name;
        shown[name] = Plain(label);
        Appear(shown[name]);
        if (match.Groups["kind"].Value.Equals("actor", Text))
        {
            actors.Add(shown[name]);
        }
    }

    private void Add(Match match, SourceLocation place)
    {
        var (from, to) = (NameOf(match.Groups["from"].Value), NameOf(match.Groups["to"].Value));
        var text = new Located<string>(Plain(match.Groups["text"].Value), place);
        messages.Add(new(from, to, match.Groups["arrow"].Value, text, blocks.Around));
        var mark = match.Groups["mark"].Value;
        drawn.Add(new DrawnElement.Message(messages[^1], mark == "+", mark == "-"));
    }

    private void TakeNote(Match match)
    {
        if (match.Groups["text"] is { Success: true } text)
        {
            Add(match, text.Value);
        }
        else
        {
            openNote = new(match, []);
        }
    }

    private void Add(Match note, string text)
    {
        var place =
            note.Groups["left"].Success ? NotePlace.Left
            : note.Groups["right"].Success ? NotePlace.Right
            : NotePlace.Over;
        drawn.Add(new DrawnElement.Note(place, [.. note.Groups["names"].Value.Split(',').Select(Shown)], Plain(text)));
    }

    private string NameOf(string written)
    {
        var label = Shown(written);
        Appear(label);
        return label;
    }

    private string Shown(string written) => shown.GetValueOrDefault(written.Trim()) ?? Plain(written);

    private void Appear(string name)
    {
        if (!participants.Contains(name, StringComparer.Ordinal))
        {
            participants.Add(name);
        }
    }

    private static string Plain(string text) => LineBreak().Replace(text, " ").Trim().Trim('"').Trim();

    // What stands between # and ; is the number of a character, or its name; those with a meaning here have numbers.
    private static string Character(Match match) =>
        int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 31 and < 0xD800
        && number != ';'
            ? ((char)number).ToString()
            : " ";

    [GeneratedRegex(
        @"^(?<from>[^:]+?)\s*(?<arrow><<-->>|<<->>|-->>|->>|--x|-x|--\)|-\)|-->|->)\s*(?<mark>[+-]?)\s*(?<to>[^:>]+?)\s*:\s*(?<text>.*)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Message();

    [GeneratedRegex(
        @"^(create\s+)?(?<kind>participant|actor)\s+(?<name>.+?)(@\{.*\})?(\s+as\s+(?<label>.+))?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Participant();

    [GeneratedRegex(
        @"^note\s+((?<left>left\s+of)|(?<right>right\s+of)|over)\s+(?<names>[^:]+?)\s*(:\s*(?<text>.*))?$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?<ends>de)?activate\s+(?<name>.+)$", Words.Options, Words.Timeout)]
    private static partial Regex Activation();

    [GeneratedRegex(@"#(?<number>\d+|\w+);", Words.Options, Words.Timeout)]
    private static partial Regex CharacterCode();

    [GeneratedRegex(@"<br\s*/?>|\\n", Words.Options, Words.Timeout)]
    private static partial Regex LineBreak();

    private sealed record OpenNote(Match Head, List<string> Lines);
}
