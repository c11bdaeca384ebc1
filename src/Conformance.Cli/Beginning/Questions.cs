using System.Globalization;
using Conformance.Settings;

namespace Conformance.Cli.Beginning;

/// <summary>Asks what no option says. An empty answer takes what is proposed, and so does the end of the input.</summary>
/// <param name="console">Where it is asked.</param>
/// <param name="isSilent">Whether nothing is asked, and everything that is proposed is taken.</param>
internal sealed class Questions(CliConsole console, bool isSilent)
{
    /// <summary>A text that is not empty.</summary>
    public string Text(string question, string? given, string proposed) =>
        given ?? Ask(question, proposed, text => text, "a text");

    /// <summary>One of a few words; the first is proposed.</summary>
    public string Choice(string question, string? given, string[] words) =>
        given
        ?? Ask(
            $"{question} ({string.Join(", ", words)})",
            words[0],
            text => words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)),
            $"one of {string.Join(", ", words)}"
        );

    /// <summary>An absolute HTTP URL.</summary>
    public Uri Url(string question, Uri? given, string proposed) =>
        given
        ?? UrlText.Parse(Ask(question, proposed, text => UrlText.Parse(text) is null ? null : text, UrlText.Form))!;

    /// <summary>A whole number from 0.</summary>
    public int Number(string question, int? given, int proposed) =>
        given
        ?? int.Parse(
            Ask(
                question,
                proposed.ToString(CultureInfo.InvariantCulture),
                text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text : null,
                "a whole number"
            ),
            CultureInfo.InvariantCulture
        );

    /// <summary>Yes or no; no is proposed.</summary>
    public bool Flag(string question) =>
        Ask(question, "no", text => text.ToUpperInvariant() is "Y" or "YES" or "N" or "NO" ? text : null, "yes or no")[
            0
        ]
            is 'y'
                or 'Y';

    private string Ask(string question, string proposed, Func<string, string?> read, string accepted)
    {
        while (!isSilent)
        {
            console.Out.Write($"{question} [{proposed}] ");
            var answer = console.In.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer))
            {
                break;
            }

            if (read(answer) is { } understood)
            {
                return understood;
            }

            console.Out.WriteLine($"  expected {accepted}");
        }

        return proposed;
    }
}
