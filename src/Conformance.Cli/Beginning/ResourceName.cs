using System.Text.RegularExpressions;

namespace Conformance.Cli.Beginning;

/// <summary>The name of a resource in its forms.</summary>
internal sealed partial record ResourceName
{
    private ResourceName(string singular) => Singular = singular;

    /// <summary>As given, for example <c>delivery-note</c>.</summary>
    public string Singular { get; }

    /// <summary>More than one, for paths.</summary>
    public string Plural =>
        Singular.EndsWith('y') && !Vowel().IsMatch(Singular[^2..]) ? Singular[..^1] + "ies"
        : Hissing().IsMatch(Singular) ? Singular + "es"
        : Singular + "s";

    /// <summary>For JSON fields.</summary>
    public string Field => Plural.Replace('-', '_');

    /// <summary>For data models, for example <c>DeliveryNote</c>.</summary>
    public string Model => string.Concat(Singular.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>For sentences.</summary>
    public string Words => Singular.Replace('-', ' ');

    /// <summary>With the article that it is said with.</summary>
    public string OneOfThem => (Vowel().IsMatch(Singular[..1]) ? "an " : "a ") + Words;

    /// <summary>More than one, for sentences.</summary>
    public string PluralWords => Plural.Replace('-', ' ');

    /// <summary>Reads a name; null when it would not do for paths, fields and operation ids.</summary>
    public static ResourceName? Parse(string text) => Form().IsMatch(text) ? new ResourceName(text) : null;

    /// <summary>What a name may be.</summary>
    public const string Accepted =
        "lower-case words joined by hyphens, in the singular, such as 'invoice' or 'delivery-note'";

    [GeneratedRegex("^[a-z][a-z0-9]+(-[a-z][a-z0-9]*)*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Form();

    [GeneratedRegex("[aeiou]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Vowel();

    [GeneratedRegex("(s|x|z|ch|sh)$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Hissing();
}
