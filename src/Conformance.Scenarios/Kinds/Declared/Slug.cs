using System.Text;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>Names as parts of ids: <c>Missing required field</c> becomes <c>missing-required-field</c>.</summary>
internal static class Slug
{
    /// <summary>The name in lower case, with dashes for everything that is no letter or digit.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } text ? text : "unnamed";
    }
}
