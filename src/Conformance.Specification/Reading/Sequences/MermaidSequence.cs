using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>
/// Reads a mermaid <c>sequenceDiagram</c>: participants with aliases and spaces in their names, all arrows, activations,
/// notes, blocks, comments. What is drawn but says nothing (colours, links, numbers) is passed over.
/// </summary>
internal sealed partial class MermaidSequence
{
    private static readonly string[] Openers = ["alt", "opt", "loop", "par", "critical", "break", "rect", "box"];
    private static readonly string[] Branches = ["else", "and", "option"];
    private static readonly string[] Silent =
    [
        "sequenceDiagram",
        "autonumber",
        "activate",
        "deactivate",
        "title",
        "accTitle",
        "accDescr",
        "link",
        "links",
        "properties",
        "details",
        "destroy",
    ];

    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly List<string> participants = [];
    private readonly List<SequenceMessage> messages = [];
    private readonly List<Located<string>> problems = [];
    private readonly List<string> blocks = [];
    private bool isInNote;

    private MermaidSequence() { }

    /// <summary>Reads a diagram.</summary>
    /// <param name="text">Its text; lines are counted from the one it begins on.</param>
    /// <param name="firstLine">Line of the specification that the text's first line stands on.</param>
    public static SequenceReading Read(Located<string> text, int firstLine)
    {
        var reader = new MermaidSequence();
        var lines = text.Value.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var place = text.Location with { Line = firstLine + i, EndLine = firstLine + i };
            foreach (var statement in lines[i].Split(';'))
            {
                reader.Take(statement.Trim(), place);
            }
        }

        if (reader.blocks.Count > 0)
        {
            reader.problems.Add(new($"'{reader.blocks[^1]}' is never closed by 'end'", text.Location));
        }

        return new([.. reader.participants], [.. reader.messages], [.. reader.problems]);
    }

    private void Take(string line, SourceLocation place)
    {
        var word = line.Split(' ', ':')[0];
        if (isInNote)
        {
            isInNote = line != "end note";
        }
        else if (line.Length == 0 || line.StartsWith("%%", StringComparison.Ordinal))
        {
            return;
        }
        else if (Message().Match(line) is { Success: true } message)
        {
            Add(message, place);
        }
        else if (Participant().Match(line) is { Success: true } participant)
        {
            Declare(participant);
        }
        else if (word.Equals("note", StringComparison.OrdinalIgnoreCase))
        {
            isInNote = !line.Contains(':', StringComparison.Ordinal);
        }
        else if (!TakeBlock(word) && !Silent.Contains(word, StringComparer.Ordinal))
        {
            problems.Add(new(line, place));
        }
    }

    private bool TakeBlock(string word)
    {
        if (Openers.Contains(word, StringComparer.Ordinal))
        {
            blocks.Add(word);
            return true;
        }

        if (blocks.Count > 0 && Branches.Contains(word, StringComparer.Ordinal))
        {
            blocks[^1] = word;
            return true;
        }

        if (blocks.Count > 0 && word == "end")
        {
            blocks.RemoveAt(blocks.Count - 1);
            return true;
        }

        return false;
    }

    private void Declare(Match match)
    {
        var name = match.Groups["name"].Value.Trim();
        var label = match.Groups["label"] is { Success: true } alias ? alias.Value.Trim() : name;
        shown[name] = label.Trim('"');
        Appear(shown[name]);
    }

    private void Add(Match match, SourceLocation place)
    {
        var (from, to) = (NameOf(match.Groups["from"].Value), NameOf(match.Groups["to"].Value));
        var text = new Located<string>(match.Groups["text"].Value.Trim(), place);
        messages.Add(new(from, to, match.Groups["arrow"].Value, text, [.. blocks]));
    }

    private string NameOf(string written)
    {
        var name = written.Trim();
        var label = shown.GetValueOrDefault(name, name);
        Appear(label);
        return label;
    }

    private void Appear(string name)
    {
        if (!participants.Contains(name, StringComparer.Ordinal))
        {
            participants.Add(name);
        }
    }

    [GeneratedRegex(
        @"^(?<from>[^:]+?)\s*(?<arrow><<-->>|<<->>|-->>|->>|--x|-x|--\)|-\)|-->|->)\s*[+-]?\s*(?<to>[^:>]+?)\s*:\s*(?<text>.*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Message();

    [GeneratedRegex(
        @"^(create\s+)?(participant|actor)\s+(?<name>.+?)(\s+as\s+(?<label>.+))?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Participant();
}
