using System.Text;

namespace Conformance.Reports.Wording;

/// <summary>A title as part of an identifier.</summary>
internal static class Slug
{
    /// <summary>Letters and digits in lower case, everything between them as one hyphen: <c>orders-api</c>.</summary>
    /// <param name="title">The title.</param>
    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length == 0 ? "specification" : text;
    }
}
