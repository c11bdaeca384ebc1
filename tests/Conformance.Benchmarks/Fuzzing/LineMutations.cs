using System.Text;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>Changes lines: what no tree can be written as (equal keys, anchors in cycles, broken indentation).</summary>
/// <param name="random">Decides everything.</param>
internal sealed class LineMutations(Random random)
{
    private static readonly string[] Marks =
    [
        "&a ",
        "*a",
        "!!binary ",
        "!!set ",
        "! ",
        "<<: *a",
        "? ",
        "| ",
        ">-9 ",
        "%YAML 1.1",
        "---",
        "...",
        "# conformance: ignore-file ",
        "# conformance: ignore ",
        "@",
        "`",
        "{{{{",
        "[[[[",
        "}",
        "\t",
    ];

    /// <summary>A few changes.</summary>
    public string Of(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(8))
            {
                case 0:
                    lines.Insert(at, lines[at]);
                    break;
                case 1 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                case 2:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 3:
                    lines[at] = random.Next(2) == 0 ? "  " + lines[at] : lines[at].TrimStart();
                    break;
                case 4:
                    lines[at] = AfterColon(lines[at], Marks[random.Next(Marks.Length)]);
                    break;
                case 5:
                    Cycle(lines, at);
                    break;
                case 6:
                    lines[at] = AfterColon(lines[at], Deep());
                    break;
                default:
                    lines[at] = AfterColon(lines[at], Scalars.Any(random));
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private string AfterColon(string line, string text)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 || random.Next(6) == 0
            ? line.Insert(random.Next(line.Length + 1), text)
            : line[..(colon + 2)] + text + (random.Next(2) == 0 ? line[(colon + 2)..] : "");
    }

    // An anchor, and below it a value that means the anchor again.
    private void Cycle(List<string> lines, int at)
    {
        if (lines[at].EndsWith(':'))
        {
            lines[at] += " &a";
        }

        var below = Math.Min(lines.Count - 1, at + random.Next(1, 6));
        lines[below] = AfterColon(lines[below], "*a");
    }

    private string Deep()
    {
        var depth = random.Next(4) == 0 ? 20_000 : random.Next(40, 90);
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{a: ", "}");
        return new StringBuilder().Insert(0, open, depth).Append('1').Insert(0, "").ToString()
            + (random.Next(2) == 0 ? new StringBuilder().Insert(0, close, depth).ToString() : "");
    }
}
