using System.Globalization;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>Texts of a specification as a terminal may show them: one character stays one, controls become dots.</summary>
internal static class Printable
{
    public static string Text(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Shown(source[i]);
                }
            }
        );

    /// <summary>Format characters would let a text reorder or hide what stands around it.</summary>
    private static char Shown(char c) =>
        c == '\t' ? ' '
        : char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            ? '\u00B7'
        : c;
}
