using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Conformance.Tests.Hostile;

/// <summary>Looks through everything a run has written for what a target has smuggled into it.</summary>
internal static partial class WrittenText
{
    /// <summary>What is wrong with the files of a folder, in words; empty when nothing is.</summary>
    public static IEnumerable<string> ProblemsIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var problem in ProblemsOf(text, Path.GetFileName(file)))
            {
                yield return $"{Path.GetRelativePath(folder, file)}: {problem}";
            }
        }
    }

    /// <summary>What is wrong with what was printed.</summary>
    public static IEnumerable<string> ProblemsOfOutput(string text) =>
        Found(text, ("a control character", Control()), ("a command", Command()));

    private static IEnumerable<string> ProblemsOf(string text, string name) =>
        Path.GetExtension(name) switch
        {
            // Allure's attachments of bodies are what came, byte for byte, and shown as text.
            _ when name.Contains("-attachment", StringComparison.Ordinal) => [],
            ".json" or ".har" => Parsed(() => JsonDocument.Parse(text).Dispose())
                .Concat(Found(text, ("a control character", Control()))),
            ".ndjson" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(l => Parsed(() => JsonDocument.Parse(l).Dispose())),
            ".xml" or ".trx" => Parsed(() => XDocument.Parse(text))
                .Concat(
                    Found(
                        text,
                        ("an element", Markup()),
                        ("an attachment", Attachment()),
                        ("a control character", Control())
                    )
                ),
            ".html" => Found(text, ("markup", Markup()), ("a control character", Control())),
            ".md" => Found(text, ("markup", UnfencedMarkup()), ("a control character", Control())),
            _ => Found(text, ("a command", Command()), ("a control character", Control())),
        };

    private static IEnumerable<string> Parsed(Action parse)
    {
        string? problem = null;
        try
        {
            parse();
        }
        catch (Exception e) when (e is JsonException or System.Xml.XmlException)
        {
            problem = e.Message;
        }

        return problem is null ? [] : [problem];
    }

    private static IEnumerable<string> Found(string text, params (string What, Regex Pattern)[] forbidden) =>
        forbidden
            .Select(f => (f.What, Match: f.Pattern.Match(text)))
            .Where(f => f.Match.Success)
            .Select(f =>
                $"{f.What}: {JsonSerializer.Serialize(text.Substring(f.Match.Index, Math.Min(80, text.Length - f.Match.Index)))}"
            );

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")]
    private static partial Regex Control();

    [GeneratedRegex(@"^\s*::(error file=a|set-output)|##(vso|teamcity)\[", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"<(script>owned|img src=x|owned/)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^[^`\n]*<(script>owned|img src=x)", RegexOptions.Multiline)]
    private static partial Regex UnfencedMarkup();

    [GeneratedRegex(@"\[\[ATTACHMENT")]
    private static partial Regex Attachment();
}
