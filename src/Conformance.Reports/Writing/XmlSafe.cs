using System.Text;

namespace Conformance.Reports.Writing;

/// <summary>Text as XML 1.0 can carry it and build servers may read it.</summary>
internal static class XmlSafe
{
    // GitLab takes "[[ATTACHMENT|path]]" in a test's output for a file to show; a target must not be able to say that.
    private const string Attachment = "[[ATTACHMENT";

    /// <summary>
    /// Replaces what XML 1.0 forbids (most control characters, lone surrogates, U+FFFE, U+FFFF), and what commands the
    /// terminal or turns the text around that shows it, by U+FFFD, and takes the meaning from GitLab's attachment marks.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsAllowed(rune) ? rune : Rune.ReplacementChar);
        }

        return clean.Replace(Attachment, "[ [ATTACHMENT").ToString();
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r'
        || (!Rune.IsControl(rune) && !TurningText.IsMark(rune) && rune.Value is not (0xFFFE or 0xFFFF));
}
